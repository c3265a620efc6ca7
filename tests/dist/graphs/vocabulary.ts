/** The schema.org vocabulary as data, read out of the type declarations of schema-dts. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

export interface Vocabulary {
  hasType(type: string): boolean;
  /** True for the type itself and for every type below it. */
  isA(type: string, ancestor: string): boolean;
  /** Undefined when the type has no such property, its own or inherited. */
  propertyOf(type: string, property: string): Property | undefined;
  /** Members of an enumeration and of those below it, short and as addresses; empty for a type that has none. */
  membersOf(type: string): ReadonlySet<string>;
  readonly typeCount: number;
  readonly propertyCount: number;
}

export interface Property {
  /** Types and data types that its values may have. */
  readonly ranges: readonly string[];
  /** Replaced by another; still understood. */
  readonly isDeprecated: boolean;
}

interface Declarations {
  /** By the name of an interface: what it extends, and its own properties. */
  readonly interfaces: ReadonlyMap<
    string,
    { readonly parents: readonly string[]; readonly own: Map<string, Property> }
  >;
  /** By the name of a type: the types below it and, of an enumeration, its members. */
  readonly unions: ReadonlyMap<string, { readonly below: readonly string[]; readonly members: readonly string[] }>;
}

let loaded: Vocabulary | undefined;

/** Reads a megabyte of declarations, once a process. */
export function loadVocabulary(): Vocabulary {
  loaded ??= toVocabulary(readFileSync(createRequire(import.meta.url).resolve("schema-dts/dist/schema.d.ts"), "utf8"));
  return loaded;
}

/**
 * The generated declarations have a regular form: `interface XBase` holds the
 * properties, `interface XLeaf extends …Base` (where X adds none, its parent's)
 * the type's name, and `type X = XLeaf | Below | "Member"` all that is an X.
 */
export function toVocabulary(declarations: string): Vocabulary {
  const { interfaces, unions } = readDeclarations(declarations);
  const cache = new Map<string, Map<string, Property>>();
  const propertiesOf = (name: string): Map<string, Property> => {
    const known = cache.get(name);
    if (known) return known;
    const found = interfaces.get(name);
    const all = new Map([
      ...(found?.parents.flatMap((parent) => [...propertiesOf(parent)]) ?? []),
      ...(found?.own ?? []),
    ]);
    cache.set(name, all);
    return all;
  };
  const below = (type: string): string[] => unions.get(type)?.below.flatMap((one) => [one, ...below(one)]) ?? [];
  const family = memoize((type: string) => new Set([type, ...below(type)]));
  const members = memoize(
    (type: string) => new Set([...family(type)].flatMap((one) => unions.get(one)?.members ?? [])),
  );
  const hasType = (type: string) => interfaces.has(`${type}Leaf`);
  return {
    hasType,
    isA: (type, ancestor) => family(ancestor).has(type),
    propertyOf: (type, property) => propertiesOf(`${type}Leaf`).get(property),
    membersOf: members,
    typeCount: [...unions.keys()].filter(hasType).length,
    propertyCount: new Set([...interfaces.values()].flatMap(({ own }) => [...own.keys()])).size,
  };
}

function readDeclarations(declarations: string): Declarations {
  const source = ts.createSourceFile("schema.d.ts", declarations, ts.ScriptTarget.Latest);
  const interfaces = new Map<string, { parents: string[]; own: Map<string, Property> }>();
  const unions = new Map<string, { below: string[]; members: string[] }>();
  for (const statement of source.statements) {
    const name = "name" in statement ? (statement.name as ts.Identifier).text : "";
    if (ts.isInterfaceDeclaration(statement)) {
      const parents =
        statement.heritageClauses?.flatMap(({ types }) => types.map(({ expression }) => expression)) ?? [];
      const own = statement.members.filter(ts.isPropertySignature).flatMap((member) => toProperty(member, source));
      interfaces.set(name, { parents: parents.filter(ts.isIdentifier).map(({ text }) => text), own: new Map(own) });
    } else if (ts.isTypeAliasDeclaration(statement) && !name.endsWith("Leaf")) {
      const parts = partsOf(statement.type);
      const below = parts.flatMap(namesOf).filter((one) => one !== `${name}Leaf`);
      unions.set(name, { below, members: parts.flatMap(literalOf) });
    }
  }
  return { interfaces, unions };
}

/** `"name"?: SchemaValue<Text | IdReference, "name">`; an `@id` is none. */
function toProperty(member: ts.PropertySignature, source: ts.SourceFile): [string, Property][] {
  const { name, type } = member;
  if (!ts.isStringLiteral(name) || !type || !ts.isTypeReferenceNode(type)) return [];
  const [values] = type.typeArguments ?? [];
  if (!values) return [];
  const comment = source.text.slice(member.pos, member.getStart(source));
  return [[name.text, { ranges: partsOf(values).flatMap(namesOf), isDeprecated: comment.includes("@deprecated") }]];
}

function partsOf(type: ts.TypeNode): readonly ts.TypeNode[] {
  return ts.isUnionTypeNode(type) ? type.types : [type];
}

function namesOf(type: ts.TypeNode): string[] {
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? [type.typeName.text] : [];
}

function literalOf(type: ts.TypeNode): string[] {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];
}

function memoize<V>(compute: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
