/** Benches by kind of work. Each brings its own libraries, so each is fetched when it is first opened. */
import { lazy } from 'react'
import type { ComponentType, LazyExoticComponent } from 'react'
import type { BenchProps } from '../../bench/bench-props.ts'
import type { BenchKind } from '../../core/quest/schema.ts'

type LazyBench = LazyExoticComponent<ComponentType<BenchProps>>

export const benches: Partial<Record<BenchKind, LazyBench>> = {
  annotate: lazy(() => import('../../bench/annotate/annotate-bench.tsx').then(file => ({ default: file.AnnotateBench }))),
  board: lazy(() => import('../../bench/board/board-bench.tsx').then(file => ({ default: file.BoardBench }))),
  mapping: lazy(() => import('../../bench/mapping/mapping-bench.tsx').then(file => ({ default: file.MappingBench }))),
  ops: lazy(() => import('../../bench/ops/ops-bench.tsx').then(file => ({ default: file.OpsBench }))),
  pipeline: lazy(() => import('../../bench/pipeline/pipeline-bench.tsx').then(file => ({ default: file.PipelineBench }))),
  rules: lazy(() => import('../../bench/rules/rules-bench.tsx').then(file => ({ default: file.RulesBench }))),
  prompt: lazy(() => import('../../bench/prompt/prompt-bench.tsx').then(file => ({ default: file.PromptBench }))),
}
