"""The build hook: compile the records into every wheel but an editable one."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRecords(BuildHookInterface[BuilderConfig]):
    """Put ``sinotech.db`` and the records it is made from beside the modules."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in a scratch folder; the wheel takes the database from there."""
        if version == "editable":
            return  # a checkout compiles its records itself; see sinotech.store
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from sinotech.compile.database import compile_records
        from sinotech.errors import SinotechError
        from sinotech.records.load import load

        records = root / "data" / "records.yaml"
        self._scratch = TemporaryDirectory()
        database = Path(self._scratch.name) / "sinotech.db"
        try:
            compile_records(load([records]), database)
        except SinotechError as error:
            self.app.abort(str(error))
        build_data["force_include"][str(database)] = "sinotech/sinotech.db"
        build_data["force_include"][str(records)] = "sinotech/records.yaml"

    def finalize(
        self,
        version: str,
        build_data: dict[str, Any],  # noqa: ARG002
        artifact_path: str,  # noqa: ARG002
    ) -> None:
        """Remove the scratch folder."""
        if version != "editable":
            self._scratch.cleanup()
