export type { Assessment, PackAssessment } from './assessment.ts'
