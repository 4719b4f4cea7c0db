import { Button } from "@fluentui/react-components";
import { promptsMessages } from "../../../shared/content/prompts-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import type { LibraryPromptView } from "../../../shared/contract/prompts.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { Said } from "../../components/said.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { usePromptsStyles } from "./prompts.styles.ts";
import { useBring, useFavourite } from "./prompts-queries.ts";
import { mutedOf, type Reading, whyNotToNext } from "./reading.ts";

interface ActionProps {
  readonly prompt: LibraryPromptView;
  readonly reading: Reading;
}

/** Bringing a prompt to the next check-in, and keeping it among one's favourites. */
export function PromptActions({ prompt, reading }: ActionProps) {
  const styles = usePromptsStyles();
  return (
    <div className={styles.actions}>
      {reading.checkIn && <Bring prompt={prompt} reading={reading} checkIn={reading.checkIn} />}
      <Favourite prompt={prompt} reading={reading} />
    </div>
  );
}

function Bring({ prompt, reading, checkIn }: ActionProps & { readonly checkIn: CheckInView }) {
  const page = usePageStyles();
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const bring = useBring(checkIn.id);
  const isBrought = reading.brought?.id === prompt.id;
  const reason = whyNotToNext(prompt, reading);
  if (reason !== null && !isBrought) {
    // What isn't open yet has said so above.
    if (reason === "left-out")
      return <p className={page.sentence}>{say.mutedHere(mutedOf(prompt, reading).map(say.topicInList))}</p>;
    return reason === "too-deep" ? <p className={page.sentence}>{say.deeperThan(checkIn.number)}</p> : null;
  }
  return (
    <div className={styles.action}>
      <Button disabledFocusable={bring.isPending} onClick={() => bring.mutate(isBrought ? null : prompt.id)}>
        {isBrought ? say.dontBring : say.bring(checkIn.number)}
      </Button>
      <AudienceLine reach="pair">{say.bringReach(reading.partners)}</AudienceLine>
      <ProblemLine problem={bring.isError ? problemOf(bring.error) : null} />
      <Said>{bring.isSuccess ? (isBrought ? say.broughtSaid : say.bringNoneSaid) : ""}</Said>
    </div>
  );
}

function Favourite({ prompt, reading }: ActionProps) {
  const styles = usePromptsStyles();
  const say = promptsMessages(useLocale());
  const favourite = useFavourite(prompt.id);
  const isFavourite = reading.favourites.includes(prompt.id);
  return (
    <div className={styles.action}>
      <Button disabledFocusable={favourite.isPending} onClick={() => favourite.mutate(!isFavourite)}>
        {isFavourite ? say.dropFavourite : say.keepFavourite}
      </Button>
      <AudienceLine reach="author">{say.onlyYou}</AudienceLine>
      <ProblemLine problem={favourite.isError ? problemOf(favourite.error) : null} />
      <Said>{favourite.isSuccess ? (isFavourite ? say.favouriteKept : say.favouriteDropped) : ""}</Said>
    </div>
  );
}
