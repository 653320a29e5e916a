#!/usr/bin/env python3
# Interleaved runs of several commands; minimum and median of CPU and wall time in ms. Usage: ab.py RUNS NAME=COMMAND ...
import sys,os,subprocess,time,resource,statistics as st
n=int(sys.argv[1]); cmds=[a.split('=',1) for a in sys.argv[2:]]
res={k:[] for k,_ in cmds}
for i in range(n):
    for k,c in cmds:
        r0=resource.getrusage(resource.RUSAGE_CHILDREN); t=time.time()
        subprocess.run(['sh','-c','exec '+c],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)
        w=time.time()-t; r1=resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu=(r1.ru_utime+r1.ru_stime)-(r0.ru_utime+r0.ru_stime)
        res[k].append((cpu*1000,w*1000))
for k,_ in cmds:
    c=[x[0] for x in res[k]]; w=[x[1] for x in res[k]]
    print(f"{k:28s} cpu min {min(c):6.1f} med {st.median(c):6.1f}   wall min {min(w):6.1f} med {st.median(w):6.1f}")
