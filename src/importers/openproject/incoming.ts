/** What an import is given, what it fetches of one work package, and what becomes of it. */
import type { Api, Attachment, WorkPackage } from "./api.ts";
import type { FileRoots, IncomingFile } from "./attached-files.ts";
import type { Base, BaseStore } from "./base-store.ts";
import type { CustomFields, MissingField } from "./custom-fields.ts";
import type { ExistingContent } from "./existing-content.ts";
import type { Version } from "./merge.ts";
import type { News } from "./to-news.ts";

export interface ImportContext {
  readonly api: Api;
  readonly content: ExistingContent;
  readonly store: BaseStore;
  readonly contentRoot: string;
  readonly roots: FileRoots;
  readonly isDryRun: boolean;
  /** True also reads what did not change since the last import. */
  readonly isAll: boolean;
  /** The side that settles the conflicts of a work package, by its number. */
  readonly prefer: ReadonlyMap<number, "ours" | "theirs">;
}

export interface Conflict {
  readonly field: string;
  readonly base: unknown;
  readonly file: unknown;
  readonly openProject: unknown;
}

/** What the import did with one work package. */
export interface ImportOutcome {
  readonly outcome: "new" | "changed" | "unchanged" | "conflict" | "failed";
  readonly id: number | undefined;
  readonly title: string;
  /** Path from the content root. */
  readonly file?: string | undefined;
  /** Fields that were taken from OpenProject; all those of a new file. */
  readonly fields?: readonly string[];
  /** Files below `public/` that were written. */
  readonly files?: readonly string[];
  readonly conflicts?: readonly Conflict[];
  /** Why it failed. */
  readonly message?: string;
  /** What was not read, or is in the file and not shown by the site. */
  readonly notes?: readonly string[];
  /** In a dry run, the lines that would be removed and added. */
  readonly diff?: readonly string[];
}

/** A field that was not read, and whether the file keeps a value of it that was imported before. */
export interface Gap extends MissingField {
  readonly isKept: boolean;
}

/** A work package mapped to news, before it is merged with the file. */
export interface Incoming {
  readonly workPackage: WorkPackage;
  readonly news: News;
  /** What the file is merged with. */
  readonly theirs: Version;
  /** Whether the body is an attachment, or was one that is gone. */
  readonly contentFile: "there" | "gone" | undefined;
  /** What became of characters that no file may hold. */
  readonly replaced: readonly string[];
  readonly custom: CustomFields;
  readonly attachments: readonly Attachment[];
  readonly files: readonly IncomingFile[];
  readonly base: Base | undefined;
  readonly prefer: "ours" | "theirs" | undefined;
}

export type Result = Omit<ImportOutcome, "id" | "title">;
