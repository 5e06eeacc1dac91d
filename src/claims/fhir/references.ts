import { Part } from './part.ts';

/** The resources beside a claim that its references may name: of its Bundle, by full URL and by `Type/id`. */
export type Beside = ReadonlyMap<string, Part>;

/** The resources of a Bundle by the names that references give them. */
export function besideOf(bundle: Part): Beside {
  const named = new Map<string, Part>();
  for (const entry of bundle.list('entry')) {
    const resource = entry.child('resource');
    const fullUrl = entry.text('fullUrl');
    if (fullUrl !== '') named.set(fullUrl, resource);
    const id = resource.text('id');
    if (id !== '') named.set(`${resource.text('resourceType')}/${id}`, resource);
  }
  return named;
}

/** Finds what the references of one resource name: contained in it, or beside it. */
export class References {
  private readonly resource: Part;
  private readonly beside: Beside;

  constructor(resource: Part, beside: Beside) {
    this.resource = resource;
    this.beside = beside;
  }

  /** The resource that a Reference names; a part that is not given where it is not at hand. */
  follow(reference: Part): Part {
    const name = reference.text('reference');
    const found = name.startsWith('#') ? this.contained(name.slice(1)) : this.besides(name);
    return found ?? new Part(undefined, 'resource', reference);
  }

  private contained(id: string): Part | undefined {
    return this.resource.list('contained').find((part) => part.text('id') === id);
  }

  private besides(name: string): Part | undefined {
    const unversioned = name.replace(/\/_history\/[^/]*$/, '');
    return this.beside.get(name) ?? this.beside.get(unversioned);
  }
}

/** `Patient/7` of a reference that no resource at hand answers; '' where it names nothing outside of its resource. */
export function outerName(reference: Part): string {
  const name = reference.text('reference');
  return name.startsWith('#') ? '' : name;
}
