/** Windows zone name, then the IANA zones it stands for; the first is the one it is read as. */
const table = `
UTC|Etc/UTC UTC Etc/GMT GMT
Dateline Standard Time|Etc/GMT+12
Hawaiian Standard Time|Pacific/Honolulu
Alaskan Standard Time|America/Anchorage
Pacific Standard Time|America/Los_Angeles America/Vancouver
US Mountain Standard Time|America/Phoenix
Mountain Standard Time|America/Denver America/Edmonton
Central America Standard Time|America/Guatemala America/Costa_Rica
Central Standard Time|America/Chicago America/Winnipeg
Central Standard Time (Mexico)|America/Mexico_City America/Monterrey
Canada Central Standard Time|America/Regina
SA Pacific Standard Time|America/Bogota America/Lima America/Panama
Eastern Standard Time|America/New_York America/Toronto America/Detroit
US Eastern Standard Time|America/Indiana/Indianapolis America/Indianapolis
Venezuela Standard Time|America/Caracas
Paraguay Standard Time|America/Asuncion
Atlantic Standard Time|America/Halifax
SA Western Standard Time|America/La_Paz America/Puerto_Rico
Pacific SA Standard Time|America/Santiago
Newfoundland Standard Time|America/St_Johns
E. South America Standard Time|America/Sao_Paulo
Argentina Standard Time|America/Argentina/Buenos_Aires America/Buenos_Aires
SA Eastern Standard Time|America/Cayenne America/Fortaleza
Montevideo Standard Time|America/Montevideo
Azores Standard Time|Atlantic/Azores
Cape Verde Standard Time|Atlantic/Cape_Verde
Morocco Standard Time|Africa/Casablanca
GMT Standard Time|Europe/London Europe/Dublin Europe/Lisbon
Greenwich Standard Time|Atlantic/Reykjavik Africa/Accra Africa/Abidjan
W. Europe Standard Time|Europe/Berlin Europe/Amsterdam Europe/Rome Europe/Stockholm Europe/Vienna Europe/Zurich Europe/Oslo
Central Europe Standard Time|Europe/Budapest Europe/Prague Europe/Belgrade Europe/Bratislava Europe/Ljubljana
Romance Standard Time|Europe/Paris Europe/Brussels Europe/Copenhagen Europe/Madrid
Central European Standard Time|Europe/Warsaw Europe/Zagreb Europe/Sarajevo Europe/Skopje
W. Central Africa Standard Time|Africa/Lagos Africa/Algiers Africa/Kinshasa
GTB Standard Time|Europe/Bucharest Europe/Athens
Middle East Standard Time|Asia/Beirut
Egypt Standard Time|Africa/Cairo
South Africa Standard Time|Africa/Johannesburg Africa/Harare
FLE Standard Time|Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius
Israel Standard Time|Asia/Jerusalem
Jordan Standard Time|Asia/Amman
Turkey Standard Time|Europe/Istanbul
Arabic Standard Time|Asia/Baghdad
Arab Standard Time|Asia/Riyadh Asia/Kuwait Asia/Qatar
Russian Standard Time|Europe/Moscow
E. Africa Standard Time|Africa/Nairobi Africa/Addis_Ababa
Iran Standard Time|Asia/Tehran
Arabian Standard Time|Asia/Dubai Asia/Muscat
Azerbaijan Standard Time|Asia/Baku
Mauritius Standard Time|Indian/Mauritius
Georgian Standard Time|Asia/Tbilisi
Caucasus Standard Time|Asia/Yerevan
Afghanistan Standard Time|Asia/Kabul
West Asia Standard Time|Asia/Tashkent
Pakistan Standard Time|Asia/Karachi
India Standard Time|Asia/Kolkata Asia/Calcutta
Sri Lanka Standard Time|Asia/Colombo
Nepal Standard Time|Asia/Kathmandu Asia/Katmandu
Bangladesh Standard Time|Asia/Dhaka
Myanmar Standard Time|Asia/Yangon Asia/Rangoon
SE Asia Standard Time|Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh Asia/Saigon
China Standard Time|Asia/Shanghai Asia/Hong_Kong
Singapore Standard Time|Asia/Singapore Asia/Kuala_Lumpur Asia/Manila
W. Australia Standard Time|Australia/Perth
Taipei Standard Time|Asia/Taipei
Tokyo Standard Time|Asia/Tokyo
Korea Standard Time|Asia/Seoul
Cen. Australia Standard Time|Australia/Adelaide
AUS Central Standard Time|Australia/Darwin
E. Australia Standard Time|Australia/Brisbane
AUS Eastern Standard Time|Australia/Sydney Australia/Melbourne
Tasmania Standard Time|Australia/Hobart
Lord Howe Standard Time|Australia/Lord_Howe
New Zealand Standard Time|Pacific/Auckland
Fiji Standard Time|Pacific/Fiji
Tonga Standard Time|Pacific/Tongatapu
`;

const rows = table
  .trim()
  .split("\n")
  .map((line) => line.split("|") as [windows: string, iana: string]);

const ianaByName = new Map<string, string>();
const windowsByIana = new Map<string, string>();
for (const [windows, list] of rows) {
  const zones = list.split(" ");
  ianaByName.set(windows.toLowerCase(), zones[0] ?? "Etc/UTC");
  for (const zone of zones) {
    ianaByName.set(zone.toLowerCase(), zone);
    windowsByIana.set(zone, windows);
  }
}
ianaByName.set("utc", "Etc/UTC");

/** The IANA zone behind a Windows or IANA name as Exchange knows them, or undefined for a name it doesn't. Case doesn't matter. */
export function ianaZoneOf(name: string): string | undefined {
  return ianaByName.get(name.trim().toLowerCase());
}

/** The Windows name Exchange keeps for an IANA zone of this table. */
export function windowsZoneOf(iana: string): string {
  return windowsByIana.get(iana) ?? "UTC";
}
