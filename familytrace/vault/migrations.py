"""The tables of the vault, in numbered steps that are only ever appended to.

Each step names its tables literally and uses nothing of ours, so that it still does
tomorrow what it did on the day it was released.
"""

from familytrace.vault.connection import Database, Migrations

migrations = Migrations("vault")

_NOUNS = (
    "case_file",
    "person",
    "person_name",
    "identity_document",
    "relative",
    "reporter",
    "disappearance",
    "claim",
    "contact_attempt",
    "letter",
    "official_response",
    "incident",
    "testimony",
    "official",
    "evidence",
    "safety",
)

_NOUN_TABLE = """
CREATE TABLE {table} (
    case_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),{columns}
    PRIMARY KEY (case_id, id)
) STRICT
"""


@migrations()
def m0001_first_tables(db: Database) -> None:
    """Make one table for each noun, and those that the vault keeps for itself."""
    for table in _NOUNS:
        db.execute(_NOUN_TABLE.format(table=table, columns=""))
    for table, columns in _WITH_COLUMNS.items():
        db.execute(_NOUN_TABLE.format(table=table, columns=columns))
    for statement in (*_INDEXES, *_OWN, *_HISTORY, *_SEARCH):
        db.execute(statement)


_WITH_COLUMNS = {
    "consent": "recipient TEXT AS (body ->> '$.recipient') VIRTUAL,",
    "follow_up": """
        due TEXT AS (body ->> '$.due.edtf') VIRTUAL,
        done INTEGER AS (coalesce(body ->> '$.done', 0)) VIRTUAL,""",
    "recipient": "name TEXT AS (body ->> '$.name') VIRTUAL,",
    "ledger": """
        path TEXT NOT NULL DEFAULT '',
        recipient TEXT AS (body ->> '$.recipient') VIRTUAL,
        sequence INTEGER AS (coalesce(body ->> '$.sequence', 0)) VIRTUAL,
        state TEXT AS (coalesce(body ->> '$.state', '')) VIRTUAL,""",
}

_INDEXES = (
    "CREATE INDEX consent_recipient ON consent (recipient)",
    "CREATE INDEX follow_up_due ON follow_up (done, due)",
    "CREATE INDEX ledger_recipient ON ledger (recipient, sequence)",
    "CREATE INDEX ledger_state ON ledger (state)",
)

_OWN = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT",
    """
    CREATE TABLE case_line (
        number INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL UNIQUE,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        cover TEXT NOT NULL,
        status TEXT NOT NULL,
        updated TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE draft (
        case_id TEXT NOT NULL,
        noun TEXT NOT NULL,
        id TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (case_id, noun, id)
    ) STRICT
    """,
    """
    CREATE TABLE media_key (
        media_id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        evidence_id TEXT NOT NULL,
        role TEXT NOT NULL,
        key BLOB NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        UNIQUE (case_id, evidence_id, role)
    ) STRICT
    """,
    """
    CREATE TABLE sender_key (
        recipient_id TEXT PRIMARY KEY, seed BLOB NOT NULL, at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE group_key (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        secret TEXT NOT NULL,
        public TEXT NOT NULL,
        made TEXT NOT NULL,
        withdrawn TEXT
    ) STRICT
    """,
    """
    CREATE TABLE received_package (
        package_id TEXT PRIMARY KEY,
        sender TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        case_id TEXT NOT NULL,
        at TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX received_package_sender ON received_package (sender, sequence)",
    """
    CREATE TABLE known_sender (
        public TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        verified TEXT,
        verified_how TEXT NOT NULL
    ) STRICT
    """,
)

_HISTORY = (
    """
    CREATE TABLE history (
        number INTEGER PRIMARY KEY,
        step INTEGER NOT NULL,
        at TEXT NOT NULL,
        case_id TEXT NOT NULL,
        noun TEXT NOT NULL,
        record_id TEXT NOT NULL,
        act TEXT NOT NULL,
        target INTEGER NOT NULL,
        reason TEXT NOT NULL,
        salt BLOB,
        payload TEXT,
        digest BLOB NOT NULL,
        previous BLOB NOT NULL,
        mac BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX history_record ON history (case_id, noun, record_id, number)",
    """
    CREATE TRIGGER history_is_kept BEFORE DELETE ON history
    BEGIN SELECT raise(ABORT, 'history is append-only'); END
    """,
    """
    CREATE TRIGGER history_is_only_blanked BEFORE UPDATE ON history
    WHEN NOT (
        new.payload IS NULL AND new.salt IS NULL AND new.number = old.number
        AND new.step = old.step AND new.at = old.at AND new.case_id = old.case_id
        AND new.noun = old.noun AND new.record_id = old.record_id AND new.act = old.act
        AND new.target = old.target AND new.reason = old.reason AND new.digest = old.digest
        AND new.previous = old.previous AND new.mac = old.mac
    )
    BEGIN SELECT raise(ABORT, 'history is append-only'); END
    """,
    """
    CREATE TRIGGER history_goes_on BEFORE INSERT ON history
    WHEN new.number <> coalesce((SELECT max(number) FROM history), 0) + 1
        OR new.previous <> coalesce(
            (SELECT mac FROM history ORDER BY number DESC LIMIT 1), zeroblob(32))
    BEGIN SELECT raise(ABORT, 'history does not go on from its last entry'); END
    """,
)

_SEARCH = (
    """
    CREATE TABLE search_row (
        number INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL,
        noun TEXT NOT NULL,
        record_id TEXT NOT NULL,
        UNIQUE (case_id, noun, record_id)
    ) STRICT
    """,
    """
    CREATE TABLE search_due (
        case_id TEXT NOT NULL,
        noun TEXT NOT NULL,
        record_id TEXT NOT NULL,
        PRIMARY KEY (case_id, noun, record_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        words, content='', contentless_delete=1,
        tokenize='ascii', prefix='2 3')
    """,
    """
    CREATE VIRTUAL TABLE search_parts USING fts5(
        parts, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1')
    """,
)
