import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { type MeetingMessages, meetingMessages } from "../../shared/content/meeting-messages.ts";
import { day, type Reader, time } from "../../shared/content/when.ts";
import type { RoomView } from "../../shared/contract/rooms.ts";
import { problemOf } from "../api-client.ts";
import { useLocale } from "../app-context.tsx";
import { AudienceLine } from "../components/audience-line.tsx";
import { Loading } from "../components/loading.tsx";
import { namesOf, partnersOf } from "../components/people.ts";
import { ProblemLine } from "../components/problem-line.tsx";
import { useNow } from "../components/use-now.ts";
import { useHold, useMe } from "./meeting-queries.ts";

type Unlinked = Extract<RoomView, { kind: "unlinked" }>;

/** A meeting that may become a check-in's: one tap holds the pair's here. */
export function Hold({ chatId, pairs }: { readonly chatId: string; readonly pairs: Unlinked["pairs"] }) {
  const styles = useStyles();
  const say = meetingMessages(useLocale());
  const me = useMe();
  const hold = useHold(chatId);
  const now = useNow();
  if (!me.data) return <Loading />;
  const reader = me.data;
  const [only] = pairs.length === 1 ? pairs : [];
  return (
    <main className={styles.page}>
      <h1 tabIndex={-1} className={styles.title}>
        {only ? say.holdTitle : say.holdWhich}
      </h1>
      <p className={styles.sentence}>
        {only ? say.holdLead(namesOf(partnersOf(only.members, reader.id))) : say.holdLeadMany}
      </p>
      <ul className={styles.pairs}>
        {pairs.map((pair) => (
          <li key={pair.pairId} className={styles.pair}>
            <p className={styles.which}>{whichOf(pair, reader, now, say)}</p>
            <Button
              appearance={only ? "primary" : "secondary"}
              className={styles.hold}
              disabledFocusable={hold.isPending}
              onClick={() => hold.mutate(pair.pairId)}
            >
              {only ? say.hold : say.holdWith(namesOf(partnersOf(pair.members, reader.id)))}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemLine problem={hold.isError ? problemOf(hold.error) : null} />
      <AudienceLine reach="pair">{say.holdReach}</AudienceLine>
    </main>
  );
}

/** Which check-in would be held here: the booked one, or a new one. */
function whichOf({ booked, number }: Unlinked["pairs"][number], reader: Reader, now: number, say: MeetingMessages) {
  if (!booked?.slot) return say.holdNew(number);
  const { startsAt } = booked.slot;
  return say.holdBooked(booked.number, day(startsAt, reader, now), time(startsAt, reader));
}

const useStyles = makeStyles({
  page: {
    maxWidth: "440px",
    padding: "24px 16px",
    margin: "0 auto",
    color: tokens.colorNeutralForeground1,
  },
  title: { ...typographyStyles.subtitle1, margin: "0 0 8px", textWrap: "balance", outlineStyle: "none" },
  sentence: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, textWrap: "pretty" },
  pairs: { listStyleType: "none", margin: "20px 0 12px", padding: 0, display: "grid", rowGap: "20px" },
  pair: { display: "grid", rowGap: "8px", justifyItems: "start" },
  which: { ...typographyStyles.body1, margin: 0, textWrap: "pretty" },
  hold: { minHeight: "40px", width: "100%", maxWidth: "none" },
});
