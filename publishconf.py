"""Settings in public: everything of pelicanconf.py, and what differs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

# Nothing of what only a writer should see.
BROADSIDE_DRAFTS = False
