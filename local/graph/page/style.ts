const light = `--ground:#f5f5f5;--surface:#ffffff;--off:#f0f0f0;--line:#e0e0e0;--text:#242424;--quiet:#5c5c5c;--link:#115ea3;
--busy:#e1eefb;--busy-text:#0c3b5e;--busy-edge:#0f6cbd;--out:#efe6f6;--out-text:#4a2464;--out-edge:#8252a8;
--free:#ffffff;--free-text:#424242;--free-edge:#8a8a8a;--meet:#4f52b2;--meet-text:#ffffff;--meet-edge:#3d3e78;--focus:#242424;`;

const dark = `--ground:#1f1f1f;--surface:#292929;--off:#242424;--line:#3d3d3d;--text:#ffffff;--quiet:#bdbdbd;--link:#7fbcf5;
--busy:#10324f;--busy-text:#d6e9fc;--busy-edge:#479ef5;--out:#37254a;--out-text:#e9daf6;--out-edge:#b48fd6;
--free:#292929;--free-text:#d6d6d6;--free-edge:#8a8a8a;--meet:#5b5fc7;--meet-text:#ffffff;--meet-edge:#a9acf0;--focus:#ffffff;`;

const contrast = `--ground:#000000;--surface:#000000;--off:#000000;--line:#ffffff;--text:#ffffff;--quiet:#ffffff;--link:#ffff00;
--busy:#000000;--busy-text:#ffffff;--busy-edge:#1aebff;--out:#000000;--out-text:#ffffff;--out-edge:#ffffff;
--free:#000000;--free-text:#ffffff;--free-edge:#ffffff;--meet:#1aebff;--meet-text:#000000;--meet-edge:#1aebff;--focus:#ffff00;`;

/** The look of the page: quiet, and following the reader's light or dark unless a theme is asked for. */
export const style = `
:root{color-scheme:light;${light}}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;${dark}}}
:root[data-theme=light]{color-scheme:light;${light}}
:root[data-theme=dark]{color-scheme:dark;${dark}}
:root[data-theme=contrast]{color-scheme:dark;${contrast}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:14px/20px "Segoe UI",system-ui,-apple-system,"Helvetica Neue",sans-serif}
h1,h2,h3,p,ol,ul{margin:0;padding:0;font-weight:400}
ol,ul{list-style:none}
a{color:var(--link)}
:is(a,button,select,input,textarea):focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
header,main{max-width:1440px;margin:0 auto;padding:0 24px}
header{padding-top:24px;padding-bottom:16px}
h1{font-size:28px;line-height:36px;font-weight:600}
.lead{color:var(--quiet);margin-top:4px}
.bar{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:end;justify-content:space-between;margin-top:16px}
.bar ul{display:flex;flex-wrap:wrap;gap:4px 20px}
.bar li a,.bar button,.bar select{min-height:32px}
.bar li a{display:inline-flex;align-items:center}
form{display:flex;flex-wrap:wrap;gap:12px;align-items:end}
label{display:block;font-size:12px;line-height:16px;color:var(--quiet)}
select,button,input,textarea{font:inherit;color:var(--text);background:var(--surface);border:1px solid var(--free-edge);border-radius:4px;padding:4px 8px}
button{padding:4px 16px;font-weight:600;cursor:pointer}
[aria-current]{font-weight:600;color:var(--text);text-decoration:none}
.calendars{display:grid;gap:24px;padding-bottom:48px}
.calendar{background:var(--surface);border-radius:8px;min-width:0;border:1px solid var(--line)}
.calendar>header{padding:16px 16px 12px;margin:0;max-width:none}
h2{font-size:20px;line-height:28px;font-weight:600}
.calendar>header p{color:var(--quiet);font-size:12px;line-height:16px}
h3{font-size:12px;line-height:16px;color:var(--quiet);padding:8px;display:flex;gap:6px;align-items:baseline}
h3 b{font-size:16px;line-height:20px;font-weight:400;color:var(--text)}
.today h3,.today h3 b{color:var(--link);font-weight:600}
.event{position:relative;border-radius:4px;padding:6px 8px 6px 11px;background:var(--busy);color:var(--busy-text);overflow:hidden;border:1px solid transparent}
.event::before{content:"";position:absolute;inset:0 auto 0 0;width:4px;background:var(--busy-edge)}
.event .subject{font-weight:600}
.event .subject a{text-decoration:none}
.event .subject a::after{content:"";position:absolute;inset:0}
.event .subject a:hover{text-decoration:underline}
.event .note a{position:relative;z-index:1}
.event:has(.subject a:focus-visible){outline:2px solid var(--focus);outline-offset:1px;z-index:2}
.event .subject a:focus-visible{outline:0}
.event .when,.event .note{font-size:12px;line-height:16px}
.event a{color:inherit;font-weight:600}
.tentative::before{background:repeating-linear-gradient(135deg,var(--busy-edge) 0 3px,transparent 3px 6px)}
.tentative{background:var(--surface);border-color:var(--busy-edge);border-style:dashed}
[data-theme=dark] .tentative{color:var(--text)}
.tentative{color:var(--text)}
.oof{background:var(--out);color:var(--out-text)}.oof::before{background:var(--out-edge)}
.free,.workingElsewhere{background:var(--free);color:var(--free-text);border-color:var(--line)}
.free::before,.workingElsewhere::before{background:var(--free-edge)}
.workingElsewhere::before{background:repeating-linear-gradient(180deg,var(--free-edge) 0 3px,transparent 3px 6px)}
.cancelled .subject{text-decoration:line-through}
.check-in{background:var(--meet);color:var(--meet-text);border-color:var(--meet-edge)}.check-in::before{background:var(--meet-edge)}
:root[data-theme=contrast] .event:not(.check-in){border-color:var(--busy-edge)}
.lock{position:absolute;right:6px;top:5px}
.empty{padding:4px 8px 12px;color:var(--quiet);font-size:12px;line-height:16px}
.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.rail{display:none}
.all-day,.timed{display:grid;gap:4px;padding:0 8px}
.all-day{padding-bottom:4px}
.timed{padding-bottom:12px}
.day+.day{border-top:1px solid var(--line)}
@media (max-width:480px){header,main{padding-inline:16px}h1{font-size:24px;line-height:32px}}
@media (min-width:860px){
 .calendars.pair{grid-template-columns:1fr 1fr}
 .week{--hour:60px;display:grid;grid-template-columns:44px repeat(var(--days),minmax(0,1fr));grid-template-rows:auto auto calc(var(--hours)*var(--hour)) 8px}
 .rail{display:block;grid-column:1;grid-row:3;position:relative;font-size:11px;line-height:14px;color:var(--quiet)}
 .rail li{position:absolute;right:8px;top:calc(var(--at)*var(--hour) - 7px)}
 .rail li:first-child{top:0}
 .day{display:grid;grid-row:1/span 4;grid-template-rows:subgrid;border-left:1px solid var(--line)}
 .day+.day{border-top:0}
 .day h3{grid-row:1}
 .all-day{grid-row:2;padding:0 3px 4px;align-content:start;min-height:calc(var(--notes)*40px)}
 .timed{grid-row:3;position:relative;display:block;padding:0;background:
  linear-gradient(var(--off),var(--off)) 0 0/100% calc(var(--work-from)*var(--hour)) no-repeat,
  linear-gradient(var(--off),var(--off)) 0 100%/100% calc((var(--hours) - var(--work-to))*var(--hour)) no-repeat,
  repeating-linear-gradient(180deg,var(--line) 0 1px,transparent 1px var(--hour))}
 .off .timed{background:repeating-linear-gradient(180deg,var(--line) 0 1px,transparent 1px var(--hour)),var(--off)}
 .empty{display:none}
 .event{padding:2px 4px 2px 9px}
 .event .subject,.event .when,.event .note{font-size:12px;line-height:16px;white-space:nowrap;text-overflow:ellipsis;overflow:hidden}
 .event .when,.event .note{font-size:11px;line-height:14px}
 .timed .event{position:absolute;top:calc(var(--from)*var(--hour) + 1px);height:calc(var(--length)*var(--hour) - 2px);
  left:calc(100%*var(--lane)/var(--lanes) + 2px);width:calc(100%/var(--lanes) - 4px)}
 .timed .slight{padding-block:0;display:flex;gap:6px;align-items:center}
 .timed .slight .subject{line-height:14px;font-size:11px}
 .timed .slight .when,.timed .event:not(.check-in,.ample) .note{display:none}
 .timed .slight.short .subject{line-height:12px}
 .timed .roomy:not(.check-in) .subject{white-space:normal;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
}
.said{padding:8px 12px;margin:0 0 16px;background:var(--surface);border:1px solid var(--line);border-left:4px solid var(--busy-edge);border-radius:4px}
.said.trouble{border-left-color:var(--out-edge);font-weight:600}
.event-page,.control{max-width:880px;padding-bottom:48px}
:is(.event-page,.control) section{margin-top:28px}
:is(.event-page,.control) h2{font-size:16px;line-height:22px;margin-bottom:8px}
:is(.event-page,.control) section>p{color:var(--quiet);margin-bottom:8px}
body:has(>.event-page)>header,body:has(>.control)>header{max-width:880px}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:8px 24px;margin:0;padding:16px;background:var(--surface);border:1px solid var(--line);border-radius:8px}
dt{color:var(--quiet)}dd{margin:0;min-width:0;overflow-wrap:anywhere}
:is(.event-page,.control) :is(button,select,input:not([type=checkbox])){min-height:36px}
:is(.event-page,.control) :is(input,select,textarea){max-width:100%;border-color:var(--quiet)}
.wide{flex:1 0 100%}.wide textarea{width:100%;resize:vertical}
.tick{display:flex;gap:8px;align-items:center}.tick label{font-size:14px;line-height:20px;color:inherit}
.tick input{width:18px;height:18px;margin:0}
button.main{background:var(--meet);color:var(--meet-text);border-color:var(--meet-edge)}
.troubles{border-top:1px solid var(--line)}
.troubles>li{display:flex;gap:8px 24px;align-items:center;justify-content:space-between;padding:10px 0;border-bottom:1px solid var(--line)}
.troubles p{color:var(--quiet);font-size:12px;line-height:16px}
.troubles b{font-weight:600}.troubles form{flex:none}
.happening{display:grid;gap:4px;margin-bottom:12px}
.on{color:var(--link);font-weight:600;white-space:nowrap}
.table{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%;font-size:12px;line-height:16px}
th,td{text-align:left;padding:6px 12px;vertical-align:top}th{color:var(--quiet);font-weight:600}
tr+tr td,tbody tr:first-child td{border-top:1px solid var(--line)}
td.path{overflow-wrap:anywhere;min-width:200px}td.time{white-space:nowrap}
@media (max-width:480px){.troubles>li{align-items:flex-start}.troubles>li button{padding-inline:12px}.facts{column-gap:16px}}
@media (forced-colors:active){.event{border:1px solid CanvasText}}
@media print{.bar{display:none}}
`;
