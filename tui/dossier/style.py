"""The style sheet of the page: one column, calm, the same on paper, in the dark and small."""

STYLE = """
:root{color-scheme:light dark;--ink:#1d1d1b;--soft:#5d5b55;--faint:#dcd8cf;--page:#fbfaf7;
--leaf:#f3f0e9;--mark:#8a3b12;--warn:#a11d1d}
@media (prefers-color-scheme:dark){:root{--ink:#e6e3dc;--soft:#a3a097;--faint:#3b3a37;
--page:#191918;--leaf:#232321;--mark:#e0a37e;--warn:#f0908a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0 auto;padding:4rem 1.25rem 6rem;max-width:46rem;background:var(--page);
color:var(--ink);font:1.0625rem/1.6 Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif;
hanging-punctuation:first;overflow-wrap:break-word}
h1{font-size:1.9rem;line-height:1.2;font-weight:600;margin:0 0 .75rem;text-wrap:balance}
h2{font-size:1.25rem;margin:3.5rem 0 1rem;padding-top:1rem;border-top:1px solid var(--faint)}
h3{font-size:1.0625rem;font-weight:400;font-style:italic;color:var(--soft);margin:2.5rem 0 1rem}
p,dl,ul{margin:0 0 1rem}
a{color:inherit;text-decoration-color:var(--faint);text-underline-offset:.2em}
a:hover,a:focus{text-decoration-color:currentColor}
.kind{color:var(--soft);font-variant-caps:all-small-caps;letter-spacing:.08em;margin:0 0 .5rem}
.caveat{font-style:italic}
small,time,.place,th,dt,.whose,figcaption,caption{color:var(--soft);font-size:.85rem}
code{font:.72rem/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere;
color:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.25rem}
dt{padding-top:.15rem}dd{margin:0}
.scroll{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.45}
caption{text-align:left;padding:0 0 .5rem}
th{font-weight:400;text-align:left;vertical-align:bottom}
td,tbody th{vertical-align:top}
th,td{padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--faint)}
th:last-child,td:last-child{padding-right:0}
.matrix{width:auto;font-variant-numeric:tabular-nums}
.matrix th,.matrix td{padding:.12rem .7rem .12rem 0;border-bottom:0}
.matrix tbody tr:nth-child(5n) :is(td,th){padding-bottom:.6rem}
.matrix td{text-align:center}.matrix td:last-child{text-align:left;color:var(--soft)}
.matrix i{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
.sources td:last-child{width:14rem}
.claim{margin:0 0 3rem;break-inside:auto}
.claim h4{font:inherit;font-size:.85rem;color:var(--soft);margin:0 0 .35rem;break-after:avoid}
.claim h4 b{color:var(--ink);font-weight:600;margin-right:.35rem}
blockquote{margin:0 0 .9rem;font-size:1.15rem;line-height:1.5;break-inside:avoid}
.claim table{table-layout:fixed}
.claim col.text{width:53%}.claim col.seen{width:24%}
.claim td ul{list-style:none;padding:0;margin:0}
.claim td:not(:first-child),.claim td:not(:first-child) li{font-size:.85rem}
.claim tr{break-inside:avoid}
.place{display:block;margin-top:.2rem}
.word{font-weight:600;color:var(--mark)}
.note{display:block;font-style:italic}
time{display:block;font-size:.78rem;white-space:nowrap}
.whose{font-variant-caps:all-small-caps;letter-spacing:.05em;font-size:.95rem;margin-right:.4rem}
.orphans{border:2px solid var(--warn);padding:1rem 1.25rem;margin:2rem 0;background:var(--leaf)}
.orphans h2{border:0;margin:0 0 .75rem;padding:0;color:var(--warn)}
@media (max-width:36rem){body{padding-top:2rem}.claim table,.claim tbody,.claim tr,.claim td
{display:block;width:auto}.claim thead,.claim colgroup{display:none}.claim td{border:0;
padding:.2rem 0}.claim td[data-of]::before{content:attr(data-of) " ";color:var(--soft);
font-variant-caps:all-small-caps}.claim tr{border-bottom:1px solid var(--faint);
padding:.5rem 0}}
@media print{:root{--page:#fff;--leaf:#fff;--ink:#000;--soft:#444;--faint:#bbb;--mark:#000}
html{font-size:12px}body{max-width:none;padding:0;line-height:1.45}h2{break-after:avoid}a{text-decoration:none}
.scroll{overflow:visible}@page{margin:2cm}}
"""
"""Set in faces that are there: nothing is fetched."""
