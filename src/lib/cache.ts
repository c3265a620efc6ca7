/** What earlier runs computed, by key, in one SQLite file that may be deleted, copied or restored on another machine while nothing runs. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { digestOf } from "./digest.ts";

export interface Cache {
  /** Digest of what is cached under a key; undefined where nothing is. */
  readonly findDigest: (key: string) => string | undefined;
  /** What is cached under a key; undefined where nothing is, or where it is damaged. */
  readonly get: (key: string) => Uint8Array | undefined;
  /** Returns the digest of the bytes. A cache that cannot be written costs time and stops nothing. */
  readonly set: (key: string, bytes: Uint8Array) => string;
  /** Writes what was set, so that other threads see it. */
  readonly flush: () => void;
  /** Deletes what none of the last builds used, this one included; called at the end of each. */
  readonly endBuild: () => void;
  readonly close: () => void;
}

/** Rises with every change of the tables or of what keys mean; a file of another version is deleted. */
const VERSION = 1;
const FILE = "cache.sqlite";
/** Enough to go to another branch and back without computing everything again. */
const BUILDS_KEPT = 5;
/** Entries written in one transaction. */
const BATCH = 64;
/** Milliseconds to wait for another process that writes. */
const PATIENCE = 10_000;

interface Entry {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** A file that is damaged or of another version is replaced; where there can be none, the cache lives in memory. */
export function openCache(folder: string): Cache {
  const path = join(folder, FILE);
  const open = () => openDatabase(path, () => deleteCache(folder));
  try {
    mkdirSync(folder, { recursive: true });
    return open();
  } catch {
    try {
      deleteCache(folder);
      return open();
    } catch {
      return openDatabase(":memory:", () => {});
    }
  }
}

export function deleteCache(folder: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(join(folder, FILE + ending), { force: true });
}

function openDatabase(path: string, discard: () => void): Cache {
  const database = new DatabaseSync(path, { timeout: PATIENCE });
  try {
    return toCache(database, discard);
  } catch (error) {
    database.close();
    throw error;
  }
}

function toCache(database: DatabaseSync, discard: () => void): Cache {
  prepareTables(database);
  const select = database.prepare("SELECT digest, bytes FROM entries WHERE key = ?");
  const selectDigest = database.prepare("SELECT digest FROM entries WHERE key = ?");
  const insert = database.prepare("INSERT OR REPLACE INTO entries (key, digest, bytes) VALUES (?, ?, ?)");
  // Writes nothing for an entry that this build has used before.
  const use = database.prepare(
    "INSERT INTO uses (key, build) VALUES (?, (SELECT build FROM state)) ON CONFLICT (key) DO UPDATE SET build = excluded.build WHERE build < excluded.build",
  );
  const pending = new Map<string, Entry>();
  const used = new Set<string>();
  let isBroken = false;
  /** Once the database fails, it is neither read nor written any more, and is deleted when the cache is closed. */
  const attempt = <T>(action: () => T): T | undefined => {
    try {
      return isBroken ? undefined : action();
    } catch {
      isBroken = true;
      return undefined;
    }
  };
  const flush = () => {
    attempt(() => {
      database.exec("BEGIN IMMEDIATE");
      for (const [key, { digest, bytes }] of pending) insert.run(key, digest, bytes);
      for (const key of used) use.run(key);
      database.exec("COMMIT");
    });
    pending.clear();
    used.clear();
  };
  const markUsed = (key: string) => {
    used.add(key);
    if (used.size >= BATCH * BATCH) flush();
  };

  return {
    findDigest(key) {
      const digest = pending.get(key)?.digest ?? attempt(() => selectDigest.get(key))?.["digest"];
      if (typeof digest !== "string") return undefined;
      markUsed(key);
      return digest;
    },
    get(key) {
      const entry = pending.get(key) ?? toEntry(attempt(() => select.get(key)));
      if (!entry) return undefined;
      markUsed(key);
      return entry.bytes;
    },
    set(key, bytes) {
      const digest = digestOf(bytes);
      pending.set(key, { digest, bytes });
      used.add(key);
      if (pending.size >= BATCH) flush();
      return digest;
    },
    flush,
    endBuild() {
      flush();
      attempt(() => {
        database.exec(`
          BEGIN IMMEDIATE;
          DELETE FROM entries WHERE key NOT IN (SELECT key FROM uses WHERE build > (SELECT build FROM state) - ${BUILDS_KEPT});
          DELETE FROM uses WHERE build <= (SELECT build FROM state) - ${BUILDS_KEPT};
          UPDATE state SET build = build + 1;
          COMMIT;
          PRAGMA incremental_vacuum;`);
      });
    },
    close() {
      flush();
      database.close();
      if (isBroken) discard();
    },
  };
}

/** Throws where the file is no database, or one of another version. */
function prepareTables(database: DatabaseSync): void {
  // Large pages, since a rendered page is 18 kB. A power failure may damage the file, which is then replaced; a process
  // that is killed does not.
  database.exec(
    "PRAGMA page_size = 32768; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;",
  );
  const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
  if (version !== 0 && version !== VERSION) throw new Error(`The cache has version ${version}`);
  if (version === VERSION) return;
  database.exec(`
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, digest TEXT NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS uses (key TEXT PRIMARY KEY, build INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS state (build INTEGER NOT NULL);
    INSERT INTO state SELECT 1 WHERE NOT EXISTS (SELECT * FROM state);
    PRAGMA user_version = ${VERSION};
    COMMIT;`);
}

/** Undefined unless the bytes are those that were written. */
function toEntry(row: Readonly<Record<string, unknown>> | undefined): Entry | undefined {
  const { digest, bytes } = row ?? {};
  return typeof digest === "string" && bytes instanceof Uint8Array && digestOf(bytes) === digest
    ? { digest, bytes }
    : undefined;
}
