"""Pelican is loaded without docutils, and has it as soon as a file in reStructuredText is read."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOAD = "import sys; from plugins.bridge.docutils_later import load_docutils, load_pelican, whole; load_pelican(); "
READERS = "from pelican.readers import Readers; from pelican.settings import DEFAULT_CONFIG as settings; "
TEXT = "Seeds\n#####\n\n:date: 2026-10-01\n\nTake *five* packets.\n\n.. code-block:: python\n\n   packets = 5\n"


def said_by(root, code: str) -> str:
    found = subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True)
    return found.stdout


def test_docutils_stays_away_until_it_is_needed(root):
    assert said_by(root, f"{LOAD}print('docutils' in sys.modules)") == "False\n"
    assert (
        said_by(root, f"{LOAD}import docutils.core; print(docutils.core.publish_string.__name__)") == "publish_string\n"
    )


def test_what_has_loaded_docutils_before_keeps_it(root):
    code = f"import docutils; {LOAD}import pelican.readers; print(pelican.readers.docutils is docutils)"
    assert said_by(root, code) == "True\n"


@pytest.mark.parametrize(
    "how", ["whole(Readers(settings).readers['rst'])", "load_docutils() or Readers(settings).readers['rst']"]
)
def test_a_file_in_restructuredtext_is_read_as_pelican_reads_it(root, tmp_path, how):
    file = tmp_path / "seeds.rst"
    file.write_text(TEXT, "utf-8")
    read = f".read({str(file)!r}); print(sorted(found[1].items()), found[0])"
    plain = said_by(root, f"import sys; {READERS}found = Readers(settings).readers['rst']{read}")
    assert "<em>five</em>" in plain
    assert said_by(root, f"{LOAD}{READERS}found = ({how}){read}") == plain


def test_other_readers_stay_what_they_are(root):
    code = f"{LOAD}{READERS}html = Readers(settings).readers['html']; print(whole(html) is html)"
    assert said_by(root, code) == "True\n"
