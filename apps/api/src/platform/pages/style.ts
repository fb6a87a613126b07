import { Html } from './html.js';

/** The console's tokens, as far as a public page needs them; larger targets and letters, because it is filled in by thumb. */
export const style = new Html(`<style>
:root{color-scheme:light dark;--canvas:light-dark(#f4f5f7,#0c0f13);--surface:light-dark(#fff,#13171d);--line:light-dark(#e0e3e8,#242a33);--control:light-dark(#7f8998,#6f7a8a);--text:light-dark(#12161c,#e9ecf1);--text-2:light-dark(#434c59,#b4bcc8);--accent:light-dark(#2653c4,#92b2ff);--on-accent:light-dark(#fff,#0a1b45);--alarm:light-dark(#b02e10,#ff9273);--alarm-soft:light-dark(#fdebe5,#341a13);--ok:light-dark(#0a6a5b,#58c6b1)}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--text);font:16px/24px -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
header,main{max-width:640px;margin:0 auto;padding:16px}
header{display:flex;justify-content:space-between;gap:16px;align-items:center}
header b{font-weight:600}
a{color:var(--accent);text-underline-offset:2px}
header a{padding:10px 0}
h1{font-size:24px;line-height:32px;font-weight:600;margin:0 0 8px}
.lead{margin:0 0 24px;color:var(--text-2);white-space:pre-line}
.card,fieldset{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:16px;margin:0 0 16px;min-width:0}
legend{font-weight:600;padding:0;float:left;width:100%;margin-bottom:12px}
legend+*{clear:both}
.field{margin-bottom:16px}.field:last-child{margin-bottom:0}
label{display:flex;justify-content:space-between;gap:8px;font-weight:500}
label small,.hint{font-weight:400;font-size:14px;line-height:20px;color:var(--text-2)}
.hint{margin:0 0 4px}
input,textarea{width:100%;min-height:44px;margin-top:4px;padding:9px 12px;font:inherit;color:var(--text);background:var(--surface);border:1px solid var(--control);border-radius:6px}
input[type=file]{padding:8px}
textarea{min-height:120px;resize:vertical}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
[aria-invalid=true]{border:2px solid var(--alarm)}
.fault{color:var(--alarm);margin:2px 0 0;font-size:15px}
.fault::before{content:"\\2B23\\00a0";speak:never}
.faults{border:2px solid var(--alarm);background:var(--alarm-soft)}
.faults ul{margin:8px 0 0;padding-left:20px}
.faults a{color:var(--alarm)}
button{width:100%;min-height:48px;font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:0;border-radius:6px;cursor:pointer}
.number{font-size:28px;line-height:36px;font-weight:600;font-variant-numeric:tabular-nums;margin:0 0 16px;color:var(--ok)}
.trap{position:absolute;left:-9999px;height:1px;overflow:hidden}
@media(min-width:700px){button{width:auto;padding:0 24px}}
</style>`);
