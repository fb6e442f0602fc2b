import type { ClaimPanelDocument } from "claim-panel/document";

/** A document: as an object, as text in any of its forms, or as the bytes of that text. */
export type Input = ClaimPanelDocument | string | Uint8Array;

/** Something that is wrong, and what to do about it. */
export interface Diagnostic {
  /** Which input: `document`, `page` or `article`. */
  file: string;
  /** Line, counted from 1; null where the whole input is meant. */
  line: number | null;
  /** Column in characters, counted from 1; null where the whole input is meant. */
  column: number | null;
  /** JSON pointer (RFC 6901) of the value in the document; empty where the whole input is meant. */
  pointer: string;
  severity: "error" | "warning" | "advice";
  /** Stable name of the problem. */
  code: string;
  message: string;
  remedy: string;
}

/** How much of an input was used, where it consists of lines, rows or nodes. */
export interface Count {
  used?: number;
  total?: number;
  unit?: "lines" | "rows" | "nodes";
}

/** A document that cannot be shown. */
export class DocumentError extends Error {
  readonly diagnostics: Diagnostic[];
}

export interface Checked extends Count {
  /** Whether the panel can show the document. */
  isValid: boolean;
  errors: number;
  warnings: number;
  advice: number;
  diagnostics: Diagnostic[];
}

/** Checks a document, as `claim-panel check`. */
export function check(document: Input): Checked;

/**
 * The static HTML that belongs inside `<claim-panel>`. Throws a `DocumentError` if the document cannot be shown.
 * `headingLevel` is the level of the claims' headings, from 2 to 6; 3 by default.
 */
export function renderStatic(document: Input, options?: { headingLevel?: 2 | 3 | 4 | 5 | 6 }): string;

export interface Converted extends Count {
  /** The document in the other form; empty if nothing could be read. */
  text: string;
  /** What could not be used, and what the form cannot hold. */
  diagnostics: Diagnostic[];
}

/** A document in another form. Its own form is decided by its content, unless `from` names it. */
export function convert(
  document: Input,
  options: {
    to: "json" | "lines" | "table" | "json-ld" | "web-annotation";
    from?: "json" | "lines" | "table" | "json-ld";
  },
): Converted;

/** A place in a text: from one Unicode scalar value to before another, counted from 0. */
export type Span = [start: number, end: number];

/** A proposal, for a person to confirm. */
export interface Row {
  kind: "quotation" | "paraphrase" | "denial" | "no-answer" | "relay";
  speaker: string;
  source: Span[];
  cue: Span[];
  content: Span[];
  /** Whether the speaker is certain. */
  sure: boolean;
  /** Why the row needs a look. */
  reason?: string;
  medium?: string;
  date?: string;
}

export interface Drafted {
  /** The proposals as lines to edit. */
  lines: string;
  rows: Row[];
  /** The text to which the places refer, if the article is HTML. */
  text?: string;
  diagnostics: Diagnostic[];
}

/** Proposes who says what in an article, which is text or HTML. */
export function draft(article: string | Uint8Array, options?: { lang?: string }): Drafted;

export interface VerifiedPassage {
  /** The id of the claim. */
  claim: string;
  /** JSON pointer of the passage. */
  pointer: string;
  exact: string;
  found: "exact" | "twice" | "moved" | "changed" | "gone";
  /** The words in its place, if it was changed. */
  changed?: string;
}

/** Says which passages of a document a page still has. */
export function verify(
  page: string | Uint8Array,
  document: Input,
): { passages: VerifiedPassage[]; diagnostics: Diagnostic[] };

/** Each claim, and what is said of it, as sentences to proof-read. */
export function read(document: Input): { text: string; diagnostics: Diagnostic[] };
