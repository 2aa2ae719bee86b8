"""What can be asked for by name: one module for each task of tasks.py, which imports it when the task runs."""
