import { useState } from "react";

/** Sends a choice to be kept. TanStack's `mutate` fits: only the latest call's `onSettled` is called. */
type Keep<Choice> = (choice: Choice, after: { readonly onSettled: () => void }) => void;

/**
 * A choice that shows the moment it is made, as a radio button must, and is sent to be kept at once.
 * When the answer is in, what is kept stands: the same choice, or the one before where it was refused.
 */
export function useChoice<Choice>(
  kept: Choice,
  keep: Keep<Choice>,
): { readonly choice: Choice; readonly choose: (choice: Choice) => void } {
  const [made, setMade] = useState<{ readonly choice: Choice } | null>(null);
  const choose = (choice: Choice) => {
    setMade({ choice });
    keep(choice, { onSettled: () => setMade(null) });
  };
  return { choice: made ? made.choice : kept, choose };
}
