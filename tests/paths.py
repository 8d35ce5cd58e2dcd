"""Where things are, for tests."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"
MINI = DATA / "mini.yaml"
RECORDS = ROOT / "data" / "records.yaml"
SOURCES = ROOT.parent / "shared" / "sources"
