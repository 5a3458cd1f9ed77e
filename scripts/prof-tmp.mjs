import { readFileSync } from 'node:fs'
const file=process.argv[2]
const text=readFileSync(file,'utf8')
const t=new Map(); const depth={n:0}
const orig=RegExp.prototype.exec
const wrap=(name)=>{const o=RegExp.prototype[name]; RegExp.prototype[name]=function(...a){ if(depth.n) return o.apply(this,a); depth.n++; const s=performance.now(); try{return o.apply(this,a)}finally{depth.n--; const d=performance.now()-s; const k=this.source.slice(0,120); const c=t.get(k)??[0,0,0]; c[0]+=d;c[1]++;c[2]=Math.max(c[2],d); t.set(k,c); if(d>300) console.log('SLOW',d.toFixed(0),k)}}}
const {readLetterText}=await import('#letters'); const {lintDetermination}=await import('#determination')
for(const n of ['exec','test',Symbol.replace,Symbol.split,Symbol.match]) wrap(n)
let s=performance.now()
const r=readLetterText(text,{file:'x'})
console.log('read',(performance.now()-s).toFixed(0),'ms', text.length, r.ok)
if(r.ok){ s=performance.now(); lintDetermination(r.value); console.log('lint',(performance.now()-s).toFixed(0)) }
for(const [k,[d,n,m]] of [...t].sort((a,b)=>b[1][0]-a[1][0]).slice(0,6)) console.log(d.toFixed(0),n,m.toFixed(0),k)
