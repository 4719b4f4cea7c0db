import { Button } from "@fluentui/react-components";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { usePromptsStyles } from "./prompts.styles.ts";
import { useBring } from "./prompts-queries.ts";
import { mutedOf, type Reading } from "./reading.ts";

/** What the reader brings to the next check-in. */
export function BringCard({ reading }: { readonly reading: Reading }) {
  const page = usePageStyles();
  const say = promptsMessages(useLocale());
  if (reading.partners.length === 0) return null;
  if (!reading.checkIn) return <p className={page.sentence}>{say.nothingToBring}</p>;
  return <ToBring reading={reading} checkIn={reading.checkIn} />;
}

function ToBring({ reading, checkIn }: { readonly reading: Reading; readonly checkIn: CheckInView }) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const { brought, partners } = reading;
  const bring = useBring(checkIn.id);
  const leftOut = brought ? mutedOf(brought, reading) : [];
  return (
    <section className={page.card} aria-labelledby="to-bring">
      <h2 id="to-bring" tabIndex={-1} className={page.section}>
        {brought ? say.broughtTitle(checkIn.number) : say.bringTitle(checkIn.number)}
      </h2>
      {!brought && <p className={styles.cardLead}>{say.bringLead(partners)}</p>}
      {brought && (
        <>
          <p className={styles.brought}>{brought.text}</p>
          {leftOut.length > 0 ? (
            <p className={page.sentence}>{say.mutedHere(leftOut.map(say.topicInList))}</p>
          ) : (
            <AudienceLine reach="pair">{say.bringReach(partners)}</AudienceLine>
          )}
          <div className={styles.buttons}>
            <Button size="small" disabledFocusable={bring.isPending} onClick={() => bring.mutate(null)}>
              {say.bringNone}
            </Button>
          </div>
        </>
      )}
      <ProblemLine problem={bring.isError ? problemOf(bring.error) : null} />
    </section>
  );
}
