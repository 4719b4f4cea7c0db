import type { Certificate } from "./certificate.ts";

/** What a proof says, in columns that may be tampered with. */
export interface Proven {
  readonly mate: Int32Array;
  readonly certificate: Certificate;
}

/** One way of tampering with a proof. It changes the copy that it is given, and answers null where there is nothing to do it to. */
export interface Tampering {
  readonly name: string;
  /** @param pick - any whole number below the one given. */
  readonly tamper: (proven: Proven, pick: (below: number) => number) => Proven | null;
}

const among = (count: number, pick: (below: number) => number, suits: (place: number) => boolean): number | null => {
  const start = count === 0 ? 0 : pick(count);
  for (let step = 0; step < count; step += 1) if (suits((start + step) % count)) return (start + step) % count;
  return null;
};

const withCertificate = ({ mate, certificate }: Proven, changes: Partial<Certificate>): Proven => ({
  mate,
  certificate: { ...certificate, ...changes },
});

/** Changes one number of a column, where one suits. */
function change<Column extends Float64Array | Int32Array>(
  column: Column,
  place: number | null,
  to: (value: number) => number,
): Column | null {
  if (place === null) return null;
  column[place] = to(column[place] as number);
  return column;
}

const onPrices = (name: string, to: (price: number) => number, suits: (price: number) => boolean): Tampering => ({
  name,
  tamper: (proven, pick) => {
    const { y } = proven.certificate;
    const changed = change(
      y,
      among(y.length, pick, (v) => suits(y[v] as number)),
      to,
    );
    return changed && withCertificate(proven, { y: changed });
  },
});

const onSurcharges = (name: string, to: (surcharge: number) => number): Tampering => ({
  name,
  tamper: (proven, pick) => {
    const { z } = proven.certificate;
    const changed = change(
      z,
      among(z.length, pick, () => true),
      to,
    );
    return changed && withCertificate(proven, { z: changed });
  },
});

const onMates = (name: string, tamper: (mate: Int32Array, matched: number) => void): Tampering => ({
  name,
  tamper: ({ mate, certificate }, pick) => {
    const matched = among(mate.length, pick, (v) => (mate[v] as number) >= 0);
    if (matched === null) return null;
    tamper(mate, matched);
    return { mate, certificate };
  },
});

/** Where a vertex stands in the tree of blossoms. */
const onTree = (
  name: string,
  tamper: (parent: Int32Array, v: number, n: number, pick: (below: number) => number) => boolean,
): Tampering => ({
  name,
  tamper: (proven, pick) => {
    const { parent, y } = proven.certificate;
    const inside = among(y.length, pick, (v) => (parent[v] as number) >= 0);
    if (inside === null || !tamper(parent, inside, y.length, pick)) return null;
    return withCertificate(proven, { parent });
  },
});

const hasPairs = ({ mate }: Proven): boolean => mate.some((partner) => partner >= 0);

/** Every kind of tampering that the checker must see through. None leaves a proof that happens to be right as well. */
export const tamperings: readonly Tampering[] = [
  onPrices(
    "a price is lowered",
    (price) => price - 1,
    (price) => price > 0,
  ),
  onPrices(
    "a price is raised",
    (price) => price + 1,
    () => true,
  ),
  onPrices(
    "a price is negative",
    () => -1,
    () => true,
  ),
  onPrices(
    "a price is a fraction",
    (price) => price + 0.5,
    () => true,
  ),
  onPrices(
    "a price is no number",
    () => Number.NaN,
    () => true,
  ),
  {
    name: "what one pays more the partner pays less, and somebody is overcharged for it",
    tamper: (proven, pick) => {
      const { y } = proven.certificate;
      const rich = among(y.length, pick, (v) => (y[v] as number) > 0);
      const other = rich === null ? null : among(y.length, pick, (v) => v !== rich && proven.mate[rich] !== v);
      if (rich === null || other === null) return null;
      change(y, rich, (price) => price - 1);
      change(y, other, (price) => price + 1);
      return proven;
    },
  },
  onSurcharges("a surcharge is lowered", (surcharge) => surcharge - 1),
  onSurcharges("a surcharge is raised", (surcharge) => surcharge + 1),
  onSurcharges("a surcharge is struck out", () => 0),
  onSurcharges("a surcharge is negative", () => -2),
  onMates("two partners part", (mate, v) => {
    mate[mate[v] as number] = -1;
    mate[v] = -1;
  }),
  onMates("one partner leaves, the other doesn't know", (mate, v) => {
    mate[v] = -1;
  }),
  onMates("somebody is matched to nobody", (mate, v) => {
    mate[v] = mate.length;
  }),
  onMates("somebody is matched to the same vertex", (mate, v) => {
    mate[v] = v;
  }),
  onTree("a vertex leaves its blossom", (parent, v) => {
    parent[v] = -1;
    return true;
  }),
  onTree("two vertices of different blossoms change places", (parent, v, n, pick) => {
    const other = among(n, pick, (u) => parent[u] !== parent[v]);
    if (other === null) return false;
    [parent[v], parent[other]] = [parent[other] as number, parent[v] as number];
    return true;
  }),
  onTree("a blossom is said to be inside itself", (parent, v) => {
    const blossom = parent[v] as number;
    parent[blossom] = blossom;
    return true;
  }),
  onTree("a blossom is said to be inside a vertex", (parent, v) => {
    parent[parent[v] as number] = v;
    return true;
  }),
  {
    name: "the lift is changed",
    tamper: (proven) => (hasPairs(proven) ? withCertificate(proven, { lift: proven.certificate.lift + 1 }) : null),
  },
  {
    name: "the scale is changed",
    tamper: (proven) => (hasPairs(proven) ? withCertificate(proven, { scale: proven.certificate.scale + 1 }) : null),
  },
  {
    name: "the scale is nothing",
    tamper: (proven) => withCertificate(proven, { scale: 0 }),
  },
  {
    name: "a vertex has no price",
    tamper: (proven) => withCertificate(proven, { y: proven.certificate.y.slice(1) }),
  },
  {
    name: "a blossom has no place in the tree",
    tamper: (proven) =>
      proven.certificate.z.length === 0
        ? null
        : withCertificate(proven, { parent: proven.certificate.parent.slice(0, -1) }),
  },
];

/** A copy to tamper with. */
export const copyOf = ({ mate, certificate }: Proven): Proven => ({
  mate: mate.slice(),
  certificate: {
    ...certificate,
    y: certificate.y.slice(),
    z: certificate.z.slice(),
    parent: certificate.parent.slice(),
  },
});
