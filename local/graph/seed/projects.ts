/** A weekly meeting of several people: ISO weekday, and the time on its organiser's clock. The first name organises. */
export interface Project {
  readonly subject: string;
  readonly day: number;
  readonly at: string;
  readonly minutes: number;
  readonly people: readonly [organiser: string, ...others: string[]];
}

/** On Mondays, Wednesdays and Fridays, at hours when everyone in them is at work. */
export const projects: readonly Project[] = [
  { subject: "Harbour rollout", day: 1, at: "10:00", minutes: 45, people: ["Gus", "Ana", "Will", "Oona"] },
  { subject: "Operations review", day: 3, at: "09:30", minutes: 60, people: ["Ana", "Priya", "Will"] },
  { subject: "Finance weekly", day: 1, at: "14:30", minutes: 60, people: ["Ben", "Niko", "Vera"] },
  { subject: "Budget partners", day: 5, at: "15:00", minutes: 30, people: ["Ben", "Mira", "Uma"] },
  { subject: "Field service design", day: 3, at: "10:30", minutes: 45, people: ["Chidi", "Dara", "Ivo"] },
  { subject: "Engineering weekly", day: 1, at: "10:00", minutes: 30, people: ["Dara", "Leo", "Uma", "Yusuf", "Bram"] },
  { subject: "People and communications", day: 5, at: "11:00", minutes: 45, people: ["Elif", "Xenia", "Kemi"] },
  { subject: "Research exchange", day: 3, at: "11:00", minutes: 60, people: ["Hana", "Qi", "Aiko", "Jun"] },
  { subject: "Plant planning", day: 5, at: "09:00", minutes: 45, people: ["Paul", "Aiko", "Gus"] },
  { subject: "Americas catch-up", day: 1, at: "10:00", minutes: 30, people: ["Sam", "Tomas", "Rosa"] },
  { subject: "Contracts and audit", day: 1, at: "13:00", minutes: 45, people: ["Farah", "Vera", "Zoe"] },
];
