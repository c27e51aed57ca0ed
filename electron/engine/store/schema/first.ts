/**
 * Version 1 of the pilot file. Times are milliseconds since 1970-01-01 UTC; `at_day` is 1 where the export
 * gave a date without a time. A record points to the identity its row named and to the customer that identity
 * belongs to, so that a join can be undone; so does an assignment, whose `identity` is the customer's number when it was
 * made. Keys in identity_cut were parted by hand; those in identity_shared are shared by too many people to join any.
 * Links of source 0 are Pilotlight's own. Rows that a newer file
 * replaced lie in `replaced`, to come back when that file is removed. Of two sources that disagree on a trait the later one counts (view
 * trait_current). The other views give the same rows with readable times for people with any SQLite tool.
 */
export const first = {
  version: 1,
  sql: `
CREATE TABLE pilot (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE charter (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL, changed_at INTEGER NOT NULL);
CREATE TABLE plan (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL, changed_at INTEGER NOT NULL,
  sealed_at INTEGER, sha256 TEXT);
CREATE TABLE amendment (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, why TEXT NOT NULL, value TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE look (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, as_of INTEGER NOT NULL, plan_sha256 TEXT,
  verdict TEXT, fingerprint TEXT NOT NULL, result TEXT NOT NULL);

CREATE TABLE source (id INTEGER PRIMARY KEY, file TEXT NOT NULL, preset TEXT, kind TEXT NOT NULL, imported_at INTEGER NOT NULL,
  bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, rows_read INTEGER NOT NULL, kept INTEGER NOT NULL, replaced INTEGER NOT NULL,
  duplicates INTEGER NOT NULL, quarantined INTEGER NOT NULL, reasons TEXT NOT NULL, warnings TEXT NOT NULL,
  layout TEXT NOT NULL, mapping TEXT NOT NULL, row_digests BLOB);
CREATE TABLE mapping (layout TEXT PRIMARY KEY, value TEXT NOT NULL, preset TEXT, used_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE quarantine (source INTEGER NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL);
CREATE INDEX quarantine_source ON quarantine (source);

CREATE TABLE customer (id INTEGER PRIMARY KEY);
CREATE TABLE identity (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, customer INTEGER NOT NULL,
  source INTEGER, line INTEGER);
CREATE UNIQUE INDEX identity_key ON identity (kind, value);
CREATE INDEX identity_customer ON identity (customer);
CREATE TABLE identity_link (a INTEGER NOT NULL, b INTEGER NOT NULL, source INTEGER NOT NULL, line INTEGER NOT NULL,
  PRIMARY KEY (a, b, source)) WITHOUT ROWID;
CREATE TABLE identity_cut (a_kind TEXT NOT NULL, a_value TEXT NOT NULL, b_kind TEXT NOT NULL, b_value TEXT NOT NULL,
  at INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (a_kind, a_value, b_kind, b_value)) WITHOUT ROWID;
CREATE TABLE identity_shared (identity INTEGER PRIMARY KEY, people INTEGER NOT NULL);

CREATE TABLE activity (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, identity INTEGER NOT NULL, kind TEXT NOT NULL,
  at INTEGER NOT NULL, at_day INTEGER NOT NULL, amount REAL, currency TEXT, reference TEXT, properties TEXT,
  source INTEGER NOT NULL, line INTEGER NOT NULL);
CREATE INDEX activity_customer ON activity (customer);
CREATE TABLE trait (customer INTEGER NOT NULL, key TEXT NOT NULL, source INTEGER NOT NULL, line INTEGER NOT NULL,
  identity INTEGER NOT NULL, value, PRIMARY KEY (customer, key, source, line)) WITHOUT ROWID;
CREATE TABLE feedback (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, identity INTEGER NOT NULL, kind TEXT NOT NULL,
  at INTEGER, at_day INTEGER NOT NULL, channel TEXT, question TEXT, score REAL, scale_low REAL, scale_high REAL,
  verbatim TEXT, properties TEXT, source INTEGER NOT NULL, line INTEGER NOT NULL);
CREATE INDEX feedback_customer ON feedback (customer);
CREATE TABLE arm_named (customer INTEGER NOT NULL, identity INTEGER NOT NULL, arm TEXT NOT NULL, at INTEGER, at_day INTEGER NOT NULL,
  source INTEGER NOT NULL, line INTEGER NOT NULL);
CREATE INDEX arm_named_customer ON arm_named (customer);

CREATE TABLE replaced (source INTEGER NOT NULL, line INTEGER NOT NULL, by_source INTEGER NOT NULL, record_table TEXT NOT NULL,
  key_kind TEXT NOT NULL, key_value TEXT NOT NULL, record TEXT NOT NULL);

CREATE TABLE assignment (identity INTEGER PRIMARY KEY, customer INTEGER NOT NULL, arm TEXT NOT NULL, stratum TEXT NOT NULL, at INTEGER NOT NULL, batch INTEGER NOT NULL);
CREATE INDEX assignment_customer ON assignment (customer);
CREATE TABLE contact_list (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, batch INTEGER NOT NULL, arm TEXT NOT NULL, file TEXT NOT NULL, customers INTEGER NOT NULL);

CREATE VIEW trait_current AS SELECT customer, key, value, max(source * 4294967296 + line) AS rank FROM trait GROUP BY customer, key;
CREATE VIEW activity_readable AS SELECT id, customer, kind, strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch') AS at,
  amount, currency, reference, properties, source, line FROM activity;
CREATE VIEW feedback_readable AS SELECT id, customer, kind, strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch') AS at,
  channel, question, score, verbatim, source, line FROM feedback;
`,
} as const;
