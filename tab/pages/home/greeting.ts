/** Which greeting suits the hour on the person's own clock: the evening begins at 18:00 and lasts until 04:00. */
export function greetingAt(now: number, timeZone: string): "morning" | "afternoon" | "evening" {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(now));
  if (hour < 4 || hour >= 18) return "evening";
  return hour < 12 ? "morning" : "afternoon";
}
