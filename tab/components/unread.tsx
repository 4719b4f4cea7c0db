import { Button } from "@fluentui/react-components";
import type { Problem } from "../api-client.ts";
import { useEveryViewMessages } from "../app-context.tsx";
import { useProblemSentence } from "./problem-line.tsx";
import { QuietPage } from "./quiet-page.tsx";

/** A view that couldn't be read: what happened, and the way to try again. */
export function Unread({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }) {
  const say = useEveryViewMessages();
  const sentenceOf = useProblemSentence();
  return (
    <QuietPage title={say.notReadTitle} sentence={sentenceOf(problem)}>
      <Button onClick={onRetry}>{say.tryAgain}</Button>
    </QuietPage>
  );
}
