"""``python -m sinotech``."""

from sinotech.cli.app import main

main()
