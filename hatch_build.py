"""The build hook: compile the records into every wheel but an editable one."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRecords(BuildHookInterface[BuilderConfig]):
    """Put ``sinotech.db`` and the records it is made from beside the modules.

    The manual page and the JSON Schemas go where an installation keeps what is shared.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in a scratch folder; the wheel takes the database from there."""
        if version == "editable":
            return  # a checkout compiles its records itself; see sinotech.store
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from sinotech.compile.database import compile_records
        from sinotech.errors import SinotechError
        from sinotech.present.drawing import draw_profiles

        records = root / "data" / "records.yaml"
        self._scratch = TemporaryDirectory()
        database = Path(self._scratch.name) / "sinotech.db"
        try:
            compile_records([records], database, finish=draw_profiles)
        except SinotechError as error:
            self.app.abort(str(error))
        build_data["force_include"][str(database)] = "sinotech/sinotech.db"
        build_data["force_include"][str(records)] = "sinotech/records.yaml"
        for place, path in _shared(Path(self._scratch.name)).items():
            build_data["shared_data"][str(path)] = f"share/{place}"

    def finalize(
        self,
        version: str,
        build_data: dict[str, Any],  # noqa: ARG002
        artifact_path: str,  # noqa: ARG002
    ) -> None:
        """Remove the scratch folder."""
        if version != "editable":
            self._scratch.cleanup()


def _shared(scratch: Path) -> dict[str, Path]:
    """Write the manual page and the schemas to *scratch*; return them by place."""
    from sinotech.answers.telling import described
    from sinotech.present.manual import manual
    from sinotech.schema.envelope import schema_of

    texts = {"man/man1/sinotech.1": manual()}
    for shape, data, about in described().values():
        text = json.dumps(schema_of(shape, data, about), ensure_ascii=False, indent=2)
        texts[f"sinotech/schema/{shape}.json"] = f"{text}\n"
    places = {}
    for number, (place, text) in enumerate(texts.items()):
        places[place] = scratch / f"{number}"
        places[place].write_text(text, encoding="utf-8", newline="\n")
    return places
