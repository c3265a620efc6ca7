import type { PartialDate } from "../../lib/partial-date.ts";
import { standardBases } from "../../vocab/basis.ts";
import { labelsOf } from "../../vocab/vocab.ts";
import {
  compare,
  noInterface,
  notStated,
  offerings,
  showOfferings,
  standardsNotStated,
} from "../browser/en/offering.ts";
import { counted, format } from "./format.ts";

/** What lists, tables and pages say of an offering. */
export const offering = {
  count: offerings,
  show: showOfferings,
  notStated,
  standardsNotStated,
  compare,
  /** Behind a badge. */
  lifecycleDate: (date: PartialDate | undefined) =>
    date === undefined ? "(date not stated)" : `${date.length === 10 ? "on" : "in"} ${format.date(date)}`,
  /** Before the link to what took its place. */
  successor: "Successor:",
  /** Its name since it was renamed. */
  now: (name: string) => `Now ${name}`,
  /** Of its standards, those that nobody stated. */
  declaredStandards: (names: string) => `declared: ${names}`,
  impliedStandards: (names: string) => `by certification: ${names}`,
  /** How a standard is known. */
  bases: labelsOf(standardBases),
  /** How a standard is known, and by whom. */
  knownBy: {
    stated: "stated by the vendor",
    declared: "declared by a server",
    implied: "implied by a certification",
  },
  compareSelected: "Compare selected",
  columns: ["Offering", "Kind", "Licence", "Standards", "Interface", "Access, documentation"],
  noInterface,
  typesWritten: (count: number) => counted(count, { one: "writable type", other: "writable types" }),
  readOnly: "read only",
  sandbox: "sandbox",
  /** In the column of access, where no heading stands beside each; the first gets a capital letter. */
  registration: {
    open: "no registration",
    "self-serve": "self-service",
    approval: "by approval",
    contract: "by contract",
  },
  price: {
    free: "free",
    "free tier": "free tier",
    usage: "paid by usage",
    contract: "price by contract",
    "not public": "price not public",
  },
  noSandbox: "no sandbox",
};
