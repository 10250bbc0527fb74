import { trustedCss } from './html.ts';

/** The style of the report: the product's design tokens, light and dark by the reader's own setting. No fonts or pictures are loaded. */
export const REPORT_STYLE = trustedCss(`
:root{color-scheme:light dark;
--bg:#F6F7F8;--surface:#FFFFFF;--sunken:#F0F2F4;--line:#E3E6EA;--line-strong:#CBD1D8;
--text:#12161C;--text-2:#434D5B;--text-3:#5D6877;--link:#1B56CC;--ink-band:rgb(18 22 28/.28);
--strong:#0B5F5A;--moderate:#3A9D91;--weak:#DDE2E7;--weak-edge:#7F8A97;
--warn-text:#7A4B00;--warn-bg:#FFF4DC;--warn-line:#E3B45A;
--ramp-0:#F0F2F4;--ramp-1:#D3EAE6;--ramp-2:#A6D5CE;--ramp-3:#6DBBB1;--ramp-4:#2F9488;--ramp-5:#0B5F5A;
--on-0:#12161C;--on-1:#12161C;--on-2:#12161C;--on-3:#12161C;--on-4:#0A0D11;--on-5:#FFFFFF;
--shadow:0 1px 2px rgb(18 22 28/.05)}
@media (prefers-color-scheme:dark){:root{
--bg:#0E1116;--surface:#161A21;--sunken:#1C212A;--line:#272E38;--line-strong:#3A4350;
--text:#ECEFF3;--text-2:#B9C1CC;--text-3:#949EAC;--link:#8DB5FF;--ink-band:rgb(236 239 243/.34);
--strong:#63DDCC;--moderate:#26897E;--weak:#333B47;--weak-edge:#7A8695;
--warn-text:#F0C265;--warn-bg:#2A2213;--warn-line:#6F5520;
--ramp-0:#1C212A;--ramp-1:#16393A;--ramp-2:#1A5552;--ramp-3:#23796F;--ramp-4:#35A596;--ramp-5:#63DDCC;
--on-0:#ECEFF3;--on-1:#ECEFF3;--on-2:#ECEFF3;--on-3:#FFFFFF;--on-4:#0A0D11;--on-5:#0A0D11;
--shadow:none}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);font:14px/20px "Inter Variable",Inter,system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 24px}
header{padding-top:32px}
h1,h2,h3,p,ul,dl,dd,table{margin:0}
h1{font-size:20px;line-height:28px;font-weight:600;overflow-wrap:anywhere}
h2{font-size:16px;line-height:24px;font-weight:600;overflow-wrap:anywhere}
h3,caption,.caption{font-size:12px;line-height:16px;font-weight:500;color:var(--text-3);text-align:start}
.lead{font-size:18px;line-height:26px;margin:12px 0 4px;max-width:62ch}
.small{font-size:12px;line-height:16px;color:var(--text-3)}
.quiet{color:var(--text-2);max-width:76ch}
.num{font-variant-numeric:tabular-nums;white-space:nowrap}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:4px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:10px;box-shadow:var(--shadow);padding:16px;margin:16px 0}
.head{display:flex;gap:8px 12px;align-items:center;flex-wrap:wrap;margin-bottom:4px}
.chip{font-size:12px;line-height:16px;font-weight:500;padding:2px 8px;border-radius:4px;border:1px solid var(--line-strong);color:var(--text-2);white-space:nowrap}
.chip.good{background:var(--ramp-5);border-color:var(--ramp-5);color:var(--on-5)}
.chip.fair{background:var(--ramp-2);border-color:var(--ramp-2);color:var(--on-2)}
.chip.unsure{border-style:dashed}
.columns{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:20px 32px;margin-top:16px}
.bands{display:flex;gap:1px;height:20px;margin:16px 0 8px;border-radius:2px;overflow:hidden}
.bands i{display:block;min-width:2px}
.strong{background:var(--strong)}.moderate{background:var(--moderate)}.weak{background:var(--weak);box-shadow:inset 0 0 0 1px var(--weak-edge)}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;list-style:none;padding:0;font-size:13px}
.legend i{display:inline-block;width:10px;height:10px;border-radius:2px;margin-inline-end:6px}
.gap{background:repeating-linear-gradient(135deg,var(--weak-edge) 0 1px,transparent 1px 5px);box-shadow:inset 0 0 0 1px var(--weak-edge)}
table{border-collapse:collapse;width:100%;font-size:13px}
caption{padding-bottom:4px}
th{font-weight:400;text-align:start;padding:6px 8px 6px 0;vertical-align:top;overflow-wrap:anywhere}
thead th{font-size:12px;line-height:16px;color:var(--text-3);font-weight:500;white-space:nowrap;overflow-wrap:normal}
td{text-align:end;padding:6px 0 6px 12px;vertical-align:top}
thead th.end{text-align:end;padding:6px 0 6px 12px}
tbody tr{border-top:1px solid var(--line)}
td.wide{text-align:start;overflow-wrap:anywhere}
.figure{font-weight:600}
.sub{display:block;font-size:12px;line-height:16px;color:var(--text-3);font-weight:400}
.track{position:relative;height:8px;min-width:72px;margin:6px 0;background:var(--sunken);border-radius:2px}
.track i{position:absolute;inset-block:0;inset-inline-start:0;border-radius:2px}
.track i:not([class]){background:var(--moderate)}
.track b{position:absolute;inset-block:-3px;background:var(--ink-band);border-radius:1px;min-width:2px}
.track.unsure{background:none;border:1px dashed var(--weak-edge)}
td.bar{width:34%}
.matrix td,.matrix thead th{text-align:center;padding:6px 8px;min-width:52px}
.matrix tbody tr{border-top:0}
.matrix td{border:2px solid var(--surface);border-radius:4px}
.h0{background:var(--ramp-0);color:var(--on-0)}.h1{background:var(--ramp-1);color:var(--on-1)}.h2{background:var(--ramp-2);color:var(--on-2)}
.h3{background:var(--ramp-3);color:var(--on-3)}.h4{background:var(--ramp-4);color:var(--on-4)}.h5{background:var(--ramp-5);color:var(--on-5)}
.self{color:var(--text-3)}
.scroll{overflow-x:auto}
details{margin-top:12px}
summary{cursor:pointer;color:var(--text-2);font-size:13px;padding:4px 0}
.warn{background:var(--warn-bg);border-color:var(--warn-line);color:var(--warn-text);box-shadow:none}
.warn ul{padding-inline-start:20px;margin-top:4px}
.warn li{overflow-wrap:anywhere;margin-top:4px}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 16px;font-size:12px;line-height:16px;color:var(--text-3)}
dt{font-weight:500;color:var(--text-2)}
footer{padding-bottom:48px}
@media (max-width:767px){
main,header,footer{padding-inline:16px}
.columns{grid-template-columns:minmax(0,1fr)}
.card{padding:12px;margin:12px 0}
td.bar,th.bar{display:none}
dl{grid-template-columns:minmax(0,1fr)}dd{margin-bottom:4px}
}
@media print{
:root{color-scheme:light}
body{background:none;font-size:11px}
.card{break-inside:avoid;box-shadow:none}
.bands i,.track i,.track b,.legend i,.matrix td,.chip,.warn{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`);
