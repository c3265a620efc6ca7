/** One offering in the catalog's table, as the page and the browser render it, and all of them, as the browser fetches them. */

export interface Link {
  readonly href: string;
  readonly label: string;
}

export interface OfferingTableRow extends Link {
  readonly slug: string;
  readonly badge: { readonly label: string; readonly tone: "stop" | "warn" } | undefined;
  readonly vendor: Link;
  readonly kind: string;
  readonly licence: string | undefined;
  readonly standards: string | undefined;
  /** What its interfaces declare. */
  readonly declared: string | undefined;
  /** How many resource types one can write, for sorting. */
  readonly writes: number;
  /** How one gets in, and what it costs: `Self-service, free tier, sandbox`. */
  readonly access: string | undefined;
  /** For sorting: the lower, the easier to get access, and the cheaper; what is not stated is highest. */
  readonly ease: number;
  readonly price: number;
  readonly documentation: Link | undefined;
}

/** A row with the values that the filters look at, as slugs. */
export interface FilteredRow extends OfferingTableRow {
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** How each of its standards is known. */
  readonly bases: Readonly<Record<string, readonly string[]>>;
}

export interface OfferingRows {
  /** The values of the filters that the page has no room for. */
  readonly options: Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>;
  /** By name. */
  readonly rows: readonly FilteredRow[];
}
