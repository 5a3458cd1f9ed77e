import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { init } from '@embedpdf/pdfium'

/**
 * The functions of PDFium that we call, straight from the WebAssembly instance: the package's own
 * wrappers check every argument and cost more than the calls. Pointers and handles are numbers.
 */
export type Pdfium = {
  readonly memory: { readonly buffer: ArrayBuffer }
  malloc(size: number): number
  free(pointer: number): void
  FPDF_LoadMemDocument64(data: number, size: number, password: number): number
  FPDF_GetLastError(): number
  FPDF_CloseDocument(document: number): void
  FPDF_GetPageCount(document: number): number
  FPDF_LoadPage(document: number, index: number): number
  FPDF_ClosePage(page: number): void
  FPDF_GetPageWidthF(page: number): number
  FPDF_GetPageHeightF(page: number): number
  FPDF_GetPageBoundingBox(page: number, rect: number): number
  FPDFPage_GetRotation(page: number): number
  FPDFPage_GetAnnotCount(page: number): number
  FPDFPage_GetAnnot(page: number, index: number): number
  FPDFPage_CloseAnnot(annotation: number): void
  FPDFPage_Flatten(page: number, flag: number): number
  FPDFPage_CountObjects(page: number): number
  FPDFAnnot_GetSubtype(annotation: number): number
  FPDFAnnot_GetLink(annotation: number): number
  FPDFLink_GetAction(link: number): number
  FPDFAction_GetType(action: number): number
  FPDFDoc_GetJavaScriptActionCount(document: number): number
  FPDFDoc_GetAttachmentCount(document: number): number
  EPDF_IsEncrypted(document: number): number
  FPDFText_LoadPage(page: number): number
  FPDFText_ClosePage(text: number): void
  FPDFText_CountChars(text: number): number
  FPDFText_GetUnicode(text: number, index: number): number
  FPDFText_GetLooseCharBox(text: number, index: number, rect: number): number
  FPDFText_GetCharBox(
    text: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number
  FPDFText_GetCharAngle(text: number, index: number): number
  FPDFBitmap_Create(width: number, height: number, alpha: number): number
  FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    color: number,
  ): number
  FPDFBitmap_GetBuffer(bitmap: number): number
  FPDFBitmap_GetStride(bitmap: number): number
  FPDFBitmap_Destroy(bitmap: number): void
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void
}

// The compiler is given no browser types; this is what we use of WebAssembly.
type Imports = Record<string, Record<string, unknown>>
type Instance = { readonly exports: object }
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>
  readonly Instance: new (module: object, imports: Imports) => Instance
  readonly RuntimeError: new () => Error
}

let compiled: Promise<object> | undefined

async function compile(): Promise<object> {
  const file = fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))
  return WebAssembly.compile(await readFile(file))
}

/**
 * A fresh PDFium whose memory never grows beyond `maximumBytes`: past it, the engine aborts
 * (see `isEngineAbort`) and must be thrown away.
 */
export async function openPdfium(maximumBytes: number): Promise<Pdfium> {
  compiled ??= compile()
  const module = await compiled
  let exports: object | undefined
  const settings = {
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm(imports: Imports, receive: (instance: Instance) => void) {
      const environment = imports['env'] ?? {}
      const grow = environment['emscripten_resize_heap'] as (bytes: number) => number
      const bounded = {
        ...environment,
        emscripten_resize_heap: (bytes: number) => (bytes >>> 0 > maximumBytes ? 0 : grow(bytes)),
      }
      const instance = new WebAssembly.Instance(module, { ...imports, env: bounded })
      exports = instance.exports
      receive(instance)
      return exports
    },
  }
  const engine = await init(settings as Parameters<typeof init>[0])
  engine.PDFiumExt_Init()
  if (!exports) throw new PdfiumError('PDFium did not start')
  return exports as Pdfium
}

/** Whether the engine stopped in the middle: out of memory, out of stack, or a broken pointer. */
export function isEngineAbort(cause: unknown): boolean {
  return cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError
}

/** The engine itself failed; no words of the file are in the message. */
export class PdfiumError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PdfiumError'
  }
}
