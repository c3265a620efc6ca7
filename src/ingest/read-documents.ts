/** The size of documents, and whether they are PDF files, read from the files. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { listTree } from "./read-content.ts";

export interface DocumentFacts {
  /** In bytes. */
  readonly length: number;
  readonly isPdf: boolean;
}

/** Of all files below `root`, by their path below it. Only the first bytes of each are read. */
export function readDocuments(root: string): ReadonlyMap<string, DocumentFacts> {
  return new Map(listTree(root).files.map((file) => [file, readDocument(join(root, file))]));
}

function readDocument(path: string): DocumentFacts {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(MARK.length);
    readSync(file, head, 0, head.length, 0);
    return { length: fstatSync(file).size, isPdf: isPdf(head) };
  } finally {
    closeSync(file);
  }
}

const MARK = Buffer.from("%PDF-");

/** True for bytes that begin as every PDF file does (ISO 32000-1, 7.5.2). */
export function isPdf(bytes: Uint8Array): boolean {
  return MARK.equals(bytes.subarray(0, MARK.length));
}
