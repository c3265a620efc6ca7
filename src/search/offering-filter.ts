export function startOfferingFilter(_root: Document): void {}
