/** What a developer decides by, in the words of pages: how one gets in, what it costs and what limits it, each with where it was seen. */
import { authenticationOf, pricingOf, sandboxOf, signInStandardsOf } from "../catalog/access.ts";
import type { Catalog, Offering } from "../catalog/graph.ts";
import { readableHostOf } from "../lib/host-name.ts";
import { capitalize, ended } from "../lib/text.ts";
import { getMessages } from "../messages/messages.ts";
import { type AccessField, type AccessValue, type Fact, isAddress, listAccessFacts } from "../schemas/access-facts.ts";
import type { Term } from "../vocab/vocab.ts";
import { getLicence, getLicenceFamily } from "../vocab/vocabulary.ts";
import { accessTerms } from "./access-terms.ts";
import { toCertified } from "./certified-facts.ts";
import { type HostLinkView, toHostLink } from "./host-link.ts";
import type { LinkView } from "./page.ts";

/** What decides whether one can begin today, in the order of the block; the others stand among the facts. */
const DECISIVE = ["registration", "sandbox", "pricing", "authentication", "limits"] as const satisfies AccessField[];

export interface AccessFactView {
  readonly name: AccessField;
  readonly label: string;
  /** Texts, or links where the value is an address. */
  readonly values: readonly (HostLinkView | { readonly label: string; readonly href?: undefined })[];
  readonly note?: string | undefined;
  /** Page about it, with what stands between it and the value: ` at ` before the place itself. */
  readonly page?: (HostLinkView & { readonly before: string }) | undefined;
  /** Who says so, where that is not the vendor. */
  readonly listedBy?: string | undefined;
  readonly sources: readonly LinkView[];
  /** `14 August 2026`; undefined where the copy that was read bears no day. */
  readonly seen?: string | undefined;
}

export interface AccessView {
  /** Where to begin reading: the documentation that is stated, else what the listings of its certificates name. */
  readonly documentation: readonly HostLinkView[];
  readonly isDocumentationListed: boolean;
  /** What decides whether one can begin today. */
  readonly decisive: readonly AccessFactView[];
  /** Names of those of it that nobody states. */
  readonly notStated: readonly string[];
  readonly further: readonly AccessFactView[];
}

export function toAccess(offering: Offering, catalog: Catalog): AccessView {
  const { unknown } = getMessages().access;
  const { access, certified } = offering;
  const stated = toHostLink(offering.documentation, catalog);
  const listed = stated ? [] : certified.flatMap((product) => toCertified(product, catalog).documentation);
  const documentation = stated ? [stated] : [...new Map(listed.map((link) => [link.href, link])).values()];
  const derived = toDerived(offering);
  const own = listAccessFacts(access).filter(({ name }) => !derived.some((fact) => fact.name === name));
  const facts = [...own.map(({ name, fact }) => toFactView(name, fact, catalog)), ...derived];
  const isDecisive = ({ name }: AccessFactView) => DECISIVE.some((one) => one === name);
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const missing = DECISIVE.filter((name) => !byName.has(name)).map((name) => unknown[name]);
  return {
    documentation,
    isDocumentationListed: listed.length > 0,
    decisive: DECISIVE.flatMap((name) => byName.get(name) ?? []),
    notStated: documentation.length > 0 ? missing : [unknown.documentation, ...missing],
    further: facts.filter((fact) => !isDecisive(fact)),
  };
}

/** What follows from other facts, where nobody states it or an interface on record says otherwise. */
function toDerived(offering: Offering): AccessFactView[] {
  const { access: messages, offering: words } = getMessages();
  const terms = accessTerms();
  const { access, licence } = offering;
  const toView = (name: AccessField, values: readonly Term[], note: string): AccessFactView => ({
    name,
    label: messages.labels[name],
    values: values.map(({ label }) => ({ label })),
    note,
    sources: [],
  });
  const derived: AccessFactView[] = [];
  const sandbox = sandboxOf(offering);
  if (sandbox && sandbox !== access.sandbox?.value)
    derived.push(toView("sandbox", [terms.sandbox[sandbox]], messages.sandboxOfInterface));
  const pricing = pricingOf(offering);
  if (pricing && licence && !access.pricing) {
    const { label, family } = getLicence(licence);
    derived.push(toView("pricing", [terms.pricing[pricing]], `${getLicenceFamily(family).label}, ${label}.`));
  }
  const [signIn] = signInStandardsOf(offering);
  if (signIn && !access.authentication) {
    const values = authenticationOf(offering).map((one) => terms.authentication[one]);
    const [basis = "stated"] = signIn.bases;
    // What is stated may be general knowledge, which the vendor did not say.
    const note = basis === "stated" ? messages.byStandards : `${capitalize(words.knownBy[basis])}.`;
    derived.push(toView("authentication", values, note));
  }
  return derived;
}

function toFactView(name: AccessField, fact: Fact, catalog: Catalog): AccessFactView {
  const { access: messages, format } = getMessages();
  const { value, note, address, source, seen, listedBy } = fact;
  const page = toHostLink(address, catalog);
  const isSentence = typeof value === "string" && ended(value) === value;
  return {
    name,
    label: messages.labels[name],
    values: noneLast([value].flat()).map((one) => toValueView(name, one, catalog)),
    note,
    page: page && {
      ...page,
      before: name === "sandbox" ? messages.pageAt : isSentence ? messages.pageBehindSentence : messages.page,
    },
    listedBy,
    sources: source.map((href) => ({ href, label: toReadableAddress(href) })),
    seen: seen && format.date(seen),
  };
}

const PATH_LENGTH = 48;

/** The host with the path, of which the end tells more than the middle: one fact may have two pages of one host. */
export function toReadableAddress(href: string): string {
  const path = new URL(href).pathname.replace("/blob/HEAD/", "/").replace(/\/$/, "");
  const shown = path.length > PATH_LENGTH ? `/…${path.slice(-PATH_LENGTH).replace(/^[^/]*(?=\/)/, "")}` : path;
  return readableHostOf(href) + shown;
}

/** Where some requests need no authentication, the others come first. */
function noneLast(values: readonly AccessValue[]): readonly AccessValue[] {
  return values.length > 1 && values.includes("none")
    ? [...values.filter((one) => one !== "none"), getMessages().access.orNone]
    : values;
}

function toValueView(name: AccessField, value: AccessValue, catalog: Catalog): AccessFactView["values"][number] {
  const { format } = getMessages();
  const terms: Readonly<Partial<Record<AccessField, Readonly<Record<string, Term>>>>> = accessTerms();
  if (typeof value === "string")
    return (isAddress(name) && toHostLink(value, catalog)) || { label: terms[name]?.[value]?.label ?? value };
  if ("version" in value)
    return { label: [value.version, value.day && format.date(value.day)].filter(Boolean).join(", ") };
  return { ...toHostLink(value.repository, catalog), label: value.language };
}
