import { Button, Link } from "@fluentui/react-components";
import { checkInMessages, homeMessages } from "../../../shared/content/tab-messages.ts";
import { day } from "../../../shared/content/when.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { useNow } from "../../components/use-now.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { answeredWords } from "./answered-words.ts";
import { useAnswer } from "./check-in-queries.ts";
import { useHomeStyles } from "./home.styles.ts";
import type { ActProps } from "./pair-props.ts";

/** Who said whether the pair met, and the way to look back; where it says that they didn't, anybody may still say that they did. */
export function AnsweredCheckIn({ checkIn, pair, person, onSaid }: ActProps & { readonly checkIn: CheckInView }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const locale = useLocale();
  const say = checkInMessages(locale);
  const now = useNow();
  const answer = useAnswer(checkIn);
  const when = checkIn.slot ? day(checkIn.slot.startsAt, person, now) : "";
  const words = answeredWords(checkIn, pair.members, person.id, when, say);
  if (words === null && checkIn.status !== "held") return null;
  return (
    <div className={styles.answered}>
      {words !== null && <p className={page.sentence}>{words}</p>}
      {checkIn.status === "held" && <Link href={`#/reflect/${checkIn.id}`}>{homeMessages(locale).reflect}</Link>}
      {checkIn.status === "missed" && (
        <Button
          size="small"
          className={styles.tall}
          disabledFocusable={answer.isPending}
          onClick={() => answer.mutate(true, { onSuccess: () => onSaid(say.metSaid) })}
        >
          {say.metAfterAll}
        </Button>
      )}
      <ProblemLine problem={answer.isError ? problemOf(answer.error) : null} />
    </div>
  );
}
