/**
 * A value in a FHIR document together with the way to it, so that a problem can name its place. Missing values are
 * parts too: reading goes on through them and ends in '' or an empty list.
 */
export class Part {
  readonly value: unknown;
  private readonly parent: Part | null;
  private readonly key: string | number;

  /** `key` names the part in its parent; of a document it is the resource type, which its paths begin with. */
  constructor(value: unknown, key: string | number, parent: Part | null = null) {
    this.value = value;
    this.key = key;
    this.parent = parent;
  }

  /** `Bundle.entry[3].resource.item[0].productOrService`. */
  get path(): string {
    if (this.parent === null) return String(this.key);
    const { path } = this.parent;
    return typeof this.key === 'number' ? `${path}[${this.key}]` : `${path}.${this.key}`;
  }

  /** The keys from the document to this part. */
  get way(): (string | number)[] {
    return this.parent === null ? [] : [...this.parent.way, this.key];
  }

  get isGiven(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  child(key: string): Part {
    const { value } = this;
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return new Part(isObject ? (value as Readonly<Record<string, unknown>>)[key] : undefined, key, this);
  }

  /** The first of the elements that is given: the releases of FHIR name some of them differently. */
  firstOf(...keys: readonly string[]): Part {
    return keys.map((key) => this.child(key)).find((part) => part.isGiven) ?? this.child(keys[0]);
  }

  /** The elements of a list; a single object stands for a list of one, as some senders and STU3 write it. */
  list(key: string): readonly Part[] {
    const part = this.child(key);
    if (Array.isArray(part.value)) {
      return part.value.flatMap((value, i) => (value === null ? [] : [new Part(value, i, part)]));
    }
    return typeof part.value === 'object' && part.isGiven ? [part] : [];
  }

  /** The text or number of an element, without blanks at its ends; '' for everything else. */
  text(key: string): string {
    return this.child(key).asText();
  }

  asText(): string {
    const { value } = this;
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? value.trim() : '';
  }
}
