"""What turns a library's files into its site: sources read content, derivers make other files of what is published.

Who may import whom (a test holds us to it):

    layer 0  kernel              the standard library only
    layer 1  tools               kernel, and one third-party library each
    layer 1  bridge              kernel, tools, pelican
    layer 2  <plugin>/*.py       kernel, tools, a library only it needs; neither pelican nor jinja2
    layer 3  <plugin>/plugin.py  its own package, kernel, tools, bridge, pelican; nobody imports a plugin.py
    layer 4  commands            anything below; nobody imports a command
"""
