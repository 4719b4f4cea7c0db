const inPath = /\/users(?:\/|\(')([^/')]+)(?:'\))?(\/.)?/i;

/** The person whose part of Graph an address is in, in lower case; `isMailbox` is false for the directory's entry itself. */
export function personIn(url: string): { readonly person: string; readonly isMailbox: boolean } | null {
  const found = inPath.exec(new URL(url).pathname);
  const [person, below] = [found?.[1], found?.[2]];
  return person === undefined
    ? null
    : { person: decodeURIComponent(person).toLowerCase(), isMailbox: below !== undefined };
}
