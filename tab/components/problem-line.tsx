import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { Problem } from "../api-client.ts";
import { useEveryViewMessages } from "../app-context.tsx";

/** The sentence for a problem: the server's own, or ours where the server didn't speak. */
export function useProblemSentence(): (problem: Problem) => string {
  const say = useEveryViewMessages();
  return ({ refusal, sentence, incident }) => {
    const words = sentence ?? (refusal === "offline" ? say.offline : say.wentWrong);
    return incident ? `${words} ${say.reference(incident)}` : words;
  };
}

/** What went wrong, beside what it is about. It says so to screen readers when it appears. */
export function ProblemLine({ problem }: { readonly problem: Problem | null }) {
  const styles = useStyles();
  const sentenceOf = useProblemSentence();
  return (
    <div role="alert" className={problem ? styles.line : undefined}>
      {problem && sentenceOf(problem)}
    </div>
  );
}

const useStyles = makeStyles({
  line: { ...typographyStyles.body1, color: tokens.colorNeutralForeground1, textWrap: "pretty", paddingBlock: "8px" },
});
