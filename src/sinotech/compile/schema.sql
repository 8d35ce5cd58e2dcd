-- The compiled record set. Made from the records by `sinotech build`; never edited.
--
-- Every record is a row of `record`, with the JSON that commands print ready made in
-- `doc`. The tables after it hold what look-ups filter, join and sort by. Rows are
-- numbered in the order of the record set, so that the order of answers is stable.

PRAGMA application_id = 0x73696E6F;  -- "sino"
PRAGMA user_version = 12;            -- raised whenever this file changes meaning

-- Where this database comes from: name, version, sha256 and number of the records, the
-- first and last number of each kind, the tool that compiled them, hashes of this file
-- and of all that any record depends on; and which tables are filled, so that one that
-- was emptied is found out.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    number INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    kind   TEXT NOT NULL CHECK (kind IN (
               'source', 'country', 'group', 'program', 'organization', 'person',
               'measure', 'figure', 'event', 'statement', 'conflict')),
    title  TEXT NOT NULL,                           -- the line that stands for it
    body   TEXT NOT NULL,                           -- what full-text search reads
    wordings TEXT NOT NULL,                         -- it in other words, one a line
    sort   TEXT NOT NULL,                           -- its place among its kind
    doc    TEXT NOT NULL CHECK (json_valid(doc)),   -- the record, as printed
    cites  TEXT NOT NULL                            -- sources cited there, in order
) STRICT;
CREATE INDEX record_by_kind ON record (kind, sort, number);

-- Ids that are no longer used, and what stands for them now.
CREATE TABLE retired (
    id  TEXT PRIMARY KEY,
    now INTEGER NOT NULL REFERENCES record (number)
) STRICT, WITHOUT ROWID;

-- The chunks of large files that streamed records were read from, and the numbers that
-- are kept for each; see sinotech.compile.update.
CREATE TABLE chunk (
    first   INTEGER PRIMARY KEY,
    room    INTEGER NOT NULL,
    file    TEXT NOT NULL,
    section TEXT NOT NULL,
    digest  TEXT NOT NULL
) STRICT;

CREATE TABLE source (
    number    INTEGER PRIMARY KEY REFERENCES record (number),
    standing  TEXT NOT NULL CHECK (standing IN ('article', 'corroborating')),
    earliest  TEXT,                                 -- first day it may be of
    latest    TEXT,                                 -- last day it may be of
    sha256    TEXT,                                 -- of the text it was read from
    reference TEXT NOT NULL,                        -- its line in a list of sources
    brief     TEXT NOT NULL CHECK (json_valid(brief))  -- as an envelope cites it
) STRICT;

-- Each source in each citation style. Italics stand between U+0002 signs. In `place`,
-- a citation of one fact, the locator goes between two U+001F signs, and what is between
-- them after a paragraph's number; it is empty if the style has no such citations.
CREATE TABLE styled (
    source    INTEGER NOT NULL REFERENCES source (number),
    style     TEXT NOT NULL,
    reference TEXT NOT NULL,
    place     TEXT NOT NULL,
    PRIMARY KEY (source, style)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure (
    number INTEGER PRIMARY KEY REFERENCES record (number),
    unit   TEXT NOT NULL
) STRICT;

-- What measures are called in other languages than English.
CREATE TABLE label (
    lang    TEXT NOT NULL,
    measure INTEGER NOT NULL REFERENCES measure (number),
    place   INTEGER NOT NULL,
    name    TEXT NOT NULL,
    PRIMARY KEY (lang, measure, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
    number   INTEGER PRIMARY KEY REFERENCES record (number),
    measure  INTEGER NOT NULL REFERENCES measure (number),
    value    REAL,
    low      REAL,
    high     REAL,
    hedge    TEXT NOT NULL,
    earliest TEXT,                                  -- of the date it is true of
    latest   TEXT,
    CHECK (value IS NOT NULL OR (low IS NOT NULL AND high IS NOT NULL AND low <= high))
) STRICT;
CREATE INDEX figure_by_measure ON figure (measure, earliest);
CREATE INDEX figure_by_time ON figure (latest, earliest);

CREATE TABLE event (
    number   INTEGER PRIMARY KEY REFERENCES record (number),
    earliest TEXT NOT NULL,
    latest   TEXT NOT NULL
) STRICT;

-- Where a record is written; its parts' citations (a participant's, a status
-- step's) included.
CREATE TABLE citation (
    record    INTEGER NOT NULL REFERENCES record (number),
    position  INTEGER NOT NULL,
    source    INTEGER NOT NULL REFERENCES source (number),
    section   TEXT,
    paragraph INTEGER,
    find      TEXT,
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_by_source ON citation (source);

-- What a record is about: each (target, record) pair once. Ordered as a profile of
-- the target prints it: by kind, then sort, then number; programs that are the
-- target's own parts come after the others.
CREATE TABLE link (
    target INTEGER NOT NULL REFERENCES record (number),
    kind   TEXT NOT NULL,                           -- of the record
    sort   TEXT NOT NULL,                           -- of the record; 'part' of a part
    record INTEGER NOT NULL REFERENCES record (number),
    role   TEXT,                                    -- of the target in the record
    PRIMARY KEY (target, kind, sort, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_record ON link (record);

-- The records that a conflict is about, as their documents say.
CREATE TABLE dispute (
    record   INTEGER NOT NULL REFERENCES record (number),
    conflict INTEGER NOT NULL REFERENCES record (number),
    PRIMARY KEY (record, conflict)
) STRICT, WITHOUT ROWID;

-- The conflicts in a profile of each target: those about it, then those that are about
-- a record about it.
CREATE TABLE concern (
    target   INTEGER NOT NULL REFERENCES record (number),
    remote   INTEGER NOT NULL CHECK (remote IN (0, 1)),
    conflict INTEGER NOT NULL REFERENCES record (number),
    PRIMARY KEY (target, remote, conflict)
) STRICT, WITHOUT ROWID;

-- How many records of each kind are about each target, so that no look-up counts
-- them; target 0 stands for the whole record set. Statements are counted by their type,
-- programs that are the target's parts as 'part', remote conflicts as 'remote'.
CREATE TABLE held (
    target  INTEGER NOT NULL,
    kind    TEXT NOT NULL,                          -- of the records
    type    TEXT NOT NULL,
    records INTEGER NOT NULL,
    PRIMARY KEY (target, kind, type)
) STRICT, WITHOUT ROWID;

-- The first records of each part of `held` that has many, in the order of `link`, so
-- that a profile need not gather them; of each, what it has in its row is a line.
CREATE TABLE page (
    target  INTEGER NOT NULL REFERENCES record (number),
    kind    TEXT NOT NULL,
    type    TEXT NOT NULL,
    numbers TEXT NOT NULL,
    docs    TEXT NOT NULL CHECK (json_valid('[' || replace(docs, char(10), ',') || ']')),
    cites   TEXT NOT NULL,
    roles   TEXT NOT NULL,                          -- empty where there is none
    PRIMARY KEY (target, kind, type)
) STRICT;

-- Profiles as they are printed if no more than the form is chosen. Of small sets, in
-- databases that were made to be asked. What is short is not kept as JSON.
CREATE TABLE drawn (
    target    INTEGER PRIMARY KEY REFERENCES record (number),
    pages     TEXT NOT NULL CHECK (json_valid(pages)),  -- of the parts that are cut
    plain     TEXT NOT NULL,                            -- as plain text
    data      TEXT CHECK (data IS NULL OR json_valid(data)),  -- of the envelope
    citations TEXT CHECK (citations IS NULL OR json_valid(citations))
) STRICT;

-- How often each source is cited, and by how many records.
CREATE TABLE cited (
    source    INTEGER PRIMARY KEY REFERENCES source (number),
    citations INTEGER NOT NULL,
    records   INTEGER NOT NULL
) STRICT;

-- Every name by which something can be asked for, besides the ids in `record`. `target`
-- is a record's id, or the id that a territory of ISO 3166 would have, were there a record of it.
CREATE TABLE name (
    folded TEXT NOT NULL,                           -- see sinotech.naming.key
    kind   TEXT NOT NULL,                           -- of the target
    target TEXT NOT NULL,
    name   TEXT NOT NULL,
    method TEXT NOT NULL CHECK (method IN ('code', 'exact', 'alias')),
    notice TEXT,                                    -- said whenever it is read so
    lang   TEXT,                                    -- its language, if the record says
    PRIMARY KEY (folded, kind, target, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_by_name ON name (name);
CREATE INDEX name_by_target ON name (target);

-- Names and aliases folded, those of a length together, each on a line between spaces;
-- and for each the eight bytes of its sinotech.naming.sign, little end first. A slip is
-- looked for in these instead of in every name.
CREATE TABLE spelling (
    kind   TEXT NOT NULL,
    length INTEGER NOT NULL,
    names  TEXT NOT NULL,
    signs  BLOB NOT NULL CHECK (length(signs) % 8 = 0),
    PRIMARY KEY (kind, length)
) STRICT, WITHOUT ROWID;

-- Full text, stemmed: besides what a record says, the names of it and of what it is
-- about. The text itself stays in `record`; the names stay nowhere.
CREATE VIEW said (number, title, body, names, wordings) AS
    SELECT number, title, body, '', wordings FROM record;
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, names, wordings,
    content = 'said', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Records as a claim is compared with them. A figure without wordings has no row: it is
-- read when a claim asks for it, given what is read here of its measure and its links.
CREATE TABLE reading (
    record   INTEGER PRIMARY KEY REFERENCES record (number),
    names    TEXT NOT NULL,                         -- stems of the names it has
    -- What it says: see sinotech.prose.features; of a measure, its texts: see .passages
    features TEXT CHECK (features IS NULL OR json_valid(features))
) STRICT;

-- How many records hold each stem.
CREATE TABLE term (
    stem    TEXT PRIMARY KEY,
    records INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- In which records the stems stand that many hold: see sinotech.bitmaps. Empty in small
-- sets.
CREATE TABLE bitmap (
    stem TEXT PRIMARY KEY,
    bits BLOB NOT NULL
) STRICT;

-- Words that mean the same, entail others, exclude others: see sinotech.prose.lexicon.
-- Concepts are numbers, written with blanks between them.
CREATE TABLE lexicon (
    head    TEXT NOT NULL,                          -- the phrase's first stem
    phrase  TEXT NOT NULL,                          -- its stems
    own     TEXT NOT NULL,                          -- its concepts
    implied TEXT NOT NULL,                          -- those, and what they entail
    opposed TEXT NOT NULL,                          -- what excludes them
    light   INTEGER NOT NULL,                       -- 1 tells little, 2 tells nothing
    adverse INTEGER NOT NULL,                       -- 1 says that something fails
    records INTEGER NOT NULL,                       -- that hold its concept, at least
    PRIMARY KEY (head, phrase)
) STRICT, WITHOUT ROWID;

-- The words by which the index is asked for a concept: single ones that records hold.
CREATE TABLE meaning (
    concept INTEGER NOT NULL,
    word    TEXT NOT NULL,
    PRIMARY KEY (concept, word)
) STRICT, WITHOUT ROWID;

-- Cities and provinces by each of their names, and what they lie in, so that a claim
-- that names a city is compared with a record that names its province; see
-- sinotech.claims.places.
CREATE TABLE place (
    folded  TEXT NOT NULL,                          -- see sinotech.naming.key
    name    TEXT NOT NULL,                          -- what it is called first
    kind    TEXT NOT NULL CHECK (kind IN ('city', 'province')),
    within  TEXT NOT NULL,                          -- each one word, the country last
    careful INTEGER NOT NULL CHECK (careful IN (0, 1)), -- is a word or a name, too
    PRIMARY KEY (folded, kind, within, name)
) STRICT, WITHOUT ROWID;

-- Verbs by stem: whether the word is mostly a verb (v), a noun (n) or neither (=), the
-- stems in records of verbs that can mean the same act, and the stems of its opposites.
CREATE TABLE verb (
    stem   TEXT PRIMARY KEY,
    mostly TEXT NOT NULL CHECK (mostly IN ('v', 'n', '=')),
    akin   TEXT NOT NULL,
    against TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How many records hold any word of a concept, and which. Empty in small sets.
CREATE TABLE concept (
    concept INTEGER PRIMARY KEY,
    records INTEGER NOT NULL,
    bits    BLOB NOT NULL
) STRICT;
