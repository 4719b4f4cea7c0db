import { useRef, useState } from "react";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { useKeptFocus } from "../../components/use-kept-focus.ts";
import { CancelCheckIn } from "./cancel-check-in.tsx";
import { ChangeLength } from "./change-length.tsx";
import { CheckInActions } from "./check-in-actions.tsx";
import { CheckInHead } from "./check-in-head.tsx";
import { MoveCheckIn } from "./move-check-in.tsx";
import type { ActProps } from "./pair-props.ts";
import { MeetingNotes, StandingNotes } from "./standing-notes.tsx";

/** What the person is doing with a check-in that stands. */
export type Change = "move" | "length" | "cancel";

/** The check-in that stands in every calendar: when, with whom, who opens, the way in, and what can be changed about it. */
export function BookedCheckIn({ checkIn, ...parts }: ActProps & { readonly checkIn: CheckInView }) {
  const [change, setChange] = useState<Change | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, change ?? "none", "h2");
  const props = { checkIn, ...parts, onClose: () => setChange(null) };
  return (
    <div ref={place}>
      <CheckInHead checkIn={checkIn} {...parts} />
      <StandingNotes checkIn={checkIn} />
      {change === null && <CheckInActions checkIn={checkIn} onChange={setChange} />}
      {change === "move" && <MoveCheckIn {...props} />}
      {change === "length" && <ChangeLength {...props} />}
      {change === "cancel" && <CancelCheckIn {...props} />}
      {change === null && <MeetingNotes checkIn={checkIn} />}
    </div>
  );
}
