/** What a decision or a use case answers: a value, or a refusal from a closed set that a person can act on. Bugs throw instead. */
export type Result<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** A success that carries `value`. */
export const done = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

/** A refusal by its code; the sentence for it stands in the content. */
export const refuse = <Refusal extends string>(
  refusal: Refusal,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});
