#!/usr/bin/env python3
# Interleaved runs of several commands; minimum and median of CPU and wall time in ms, and the ratios asked for: of a round's
# two runs, which stood under the same load, the median of all rounds, and of the minima. Usage: ab.py RUNS NAME=COMMAND ... [A/B ...]
import sys,os,subprocess,time,resource,statistics as st
n=int(sys.argv[1]); cmds=[a.split('=',1) for a in sys.argv[2:] if '=' in a]
ratios=[a.split('/') for a in sys.argv[2:] if '=' not in a]
res={k:[] for k,_ in cmds}
for i in range(n):
    for k,c in cmds:
        r0=resource.getrusage(resource.RUSAGE_CHILDREN); t=time.time()
        code=subprocess.run(['sh','-c','exec '+c],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL).returncode
        w=time.time()-t; r1=resource.getrusage(resource.RUSAGE_CHILDREN)
        if code: sys.exit(f"{k} ended with {code}: {c}")
        cpu=(r1.ru_utime+r1.ru_stime)-(r0.ru_utime+r0.ru_stime)
        res[k].append((cpu*1000,w*1000))
for k,_ in cmds:
    c=[x[0] for x in res[k]]; w=[x[1] for x in res[k]]
    print(f"{k:28s} cpu min {min(c):6.1f} med {st.median(c):6.1f}   wall min {min(w):6.1f} med {st.median(w):6.1f}")
for a,b in ratios:
    def pairs(j): return st.median(x[j]/y[j] for x,y in zip(res[a],res[b]))
    def least(j): return min(x[j] for x in res[a])/min(x[j] for x in res[b])
    print(f"{a+' / '+b:28s} cpu min {least(0):6.2f} med {pairs(0):6.2f}   wall min {least(1):6.2f} med {pairs(1):6.2f}")
