import { readSync } from 'node:fs'
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
  FPDF_LoadCustomDocument(access: number, password: number): number
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
  FPDFAnnot_GetFormFieldType(form: number, annotation: number): number
  FPDFAnnot_GetFormFieldName(form: number, annotation: number, into: number, size: number): number
  FPDFAnnot_GetFormFieldValue(form: number, annotation: number, into: number, size: number): number
  PDFiumExt_OpenFormFillInfo(): number
  PDFiumExt_CloseFormFillInfo(information: number): void
  PDFiumExt_InitFormFillEnvironment(document: number, information: number): number
  PDFiumExt_ExitFormFillEnvironment(form: number): void
  FPDFPage_GetObject(page: number, index: number): number
  FPDFPageObj_GetType(object: number): number
  FPDFPageObj_GetBounds(
    object: number,
    left: number,
    bottom: number,
    right: number,
    top: number,
  ): number
  FPDFPageObj_GetMatrix(object: number, matrix: number): number
  FPDFFormObj_CountObjects(form: number): number
  FPDFFormObj_GetObject(form: number, index: number): number
  FPDFTextObj_GetTextRenderMode(object: number): number
  FPDFImageObj_GetImagePixelSize(object: number, width: number, height: number): number
  FPDFAnnot_GetSubtype(annotation: number): number
  FPDFAnnot_GetLink(annotation: number): number
  FPDFLink_GetAction(link: number): number
  FPDFAction_GetType(action: number): number
  FPDFDoc_GetJavaScriptActionCount(document: number): number
  FPDFDoc_GetAttachmentCount(document: number): number
  FPDFDoc_GetAttachment(document: number, index: number): number
  FPDFAttachment_GetName(attachment: number, into: number, size: number): number
  FPDFAttachment_GetFile(attachment: number, into: number, size: number, length: number): number
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
  FPDFBitmap_CreateEx(
    width: number,
    height: number,
    format: number,
    buffer: number,
    stride: number,
  ): number
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
  const pdfium = exports as Pdfium
  const { addFunction } = engine.pdfium as unknown as {
    addFunction: (callback: ReadBlock, signature: string) => number
  }
  blockReaders.set(pdfium, makeBlockReaders(pdfium, addFunction))
  return pdfium
}

/** Gives PDFium bytes of a file as it asks for them; called back from within the engine. */
type ReadBlock = (reader: number, position: number, into: number, size: number) => number

/** Hands a file to PDFium piece by piece; `release` when the document is closed. */
export type FileAccess = { readonly pointer: number; release(): void }

type BlockReaders = { access(descriptor: number, bytes: number): FileAccess }

const blockReaders = new WeakMap<Pdfium, BlockReaders>()

/**
 * Lets the engine read an open file of this machine by ranges: of a file of any size no more than
 * the windows below are held here, and in the engine what its open pages need.
 */
export function accessFile(pdfium: Pdfium, descriptor: number, bytes: number): FileAccess {
  const readers = blockReaders.get(pdfium)
  if (!readers) throw new PdfiumError('this PDFium has no way to read files')
  return readers.access(descriptor, bytes)
}

/** PDFium asks for 512 bytes at a time; a window is read at once, and a few are kept. */
const windowBytes = 131_072
const windowsKept = 8

function makeBlockReaders(
  pdfium: Pdfium,
  addFunction: (callback: ReadBlock, signature: string) => number,
): BlockReaders {
  const files = new Map<number, (position: number, into: number, size: number) => boolean>()
  let last = 0
  const callback = addFunction(
    (reader, position, into, size) =>
      files.get(reader)?.(position >>> 0, into >>> 0, size >>> 0) ? 1 : 0,
    'iiiii',
  )
  return {
    access(descriptor, bytes) {
      last += 1
      const reader = last
      files.set(reader, readByWindows(pdfium, descriptor, bytes))
      // FPDF_FILEACCESS: length, function, and the argument that the function is given back.
      const pointer = pdfium.malloc(12)
      new Uint32Array(pdfium.memory.buffer, pointer, 3).set([bytes, callback, reader])
      return {
        pointer,
        release() {
          files.delete(reader)
          pdfium.free(pointer)
        },
      }
    },
  }
}

function readByWindows(pdfium: Pdfium, descriptor: number, bytes: number) {
  const windows = new Map<number, Uint8Array>()
  const windowAt = (index: number): Uint8Array => {
    const known = windows.get(index)
    if (known) return known
    const start = index * windowBytes
    const window = new Uint8Array(Math.min(windowBytes, bytes - start))
    const read = readSync(descriptor, window, 0, window.length, start)
    if (windows.size >= windowsKept) {
      const [oldest] = windows.keys()
      if (oldest !== undefined) windows.delete(oldest)
    }
    const filled = window.subarray(0, read)
    windows.set(index, filled)
    return filled
  }
  return (position: number, into: number, size: number): boolean => {
    if (position + size > bytes) return false
    try {
      if (size > 2 * windowBytes) {
        const room = new Uint8Array(pdfium.memory.buffer, into, size)
        return readSync(descriptor, room, 0, size, position) === size
      }
      for (let done = 0; done < size; ) {
        const at = position + done
        const window = windowAt(Math.floor(at / windowBytes))
        const part = window.subarray(at % windowBytes, (at % windowBytes) + size - done)
        if (part.length === 0) return false
        new Uint8Array(pdfium.memory.buffer, into + done, part.length).set(part)
        done += part.length
      }
      return true
    } catch {
      // A file that cannot be read any more ends as a damaged one.
      return false
    }
  }
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
