//go:build !purego

#include "textflag.h"

// Products of int16 rows with a panel of 16 columns of int16, summed in int32.
// DI out, SI its stride, AX R9 R10 R11 R12 R13 the rows, CX the offset in them,
// DX the panel, R8 where the offset ends. A step takes a pair of values of each row:
// VPMADDWD multiplies it with the pairs of eight columns.

#define LOAD_ARGS \
	MOVQ out+0(FP), DI       \
	MOVQ outStride+8(FP), SI \
	MOVQ a+16(FP), AX        \
	MOVQ aStride+24(FP), BX  \
	MOVQ panel+32(FP), DX    \
	MOVQ pairs+40(FP), R8    \
	SHLQ $2, R8              \
	XORQ CX, CX

#define ROW(from, to) LEAQ (from)(BX*1), to

#define ZERO(a, b) \
	VPXOR a, a, a \
	VPXOR b, b, b

#define PANEL \
	VMOVDQU (DX), Y12   \
	VMOVDQU 32(DX), Y13

#define PAIR(row, left, right) \
	VPBROADCASTD (row)(CX*1), Y14 \
	VPMADDWD     Y14, Y12, Y15    \
	VPADDD       Y15, left, left  \
	VPMADDWD     Y14, Y13, Y14    \
	VPADDD       Y14, right, right

#define NEXT \
	ADDQ $4, CX  \
	ADDQ $64, DX \
	CMPQ CX, R8

// SCALES loads the scales and biases of the columns, if there are any; SCALED
// turns sums into values.
#define SCALES(none) \
	MOVQ    scale+48(FP), AX \
	TESTQ   AX, AX           \
	JZ      none             \
	MOVQ    bias+56(FP), BX  \
	VMOVUPS (AX), Y12        \
	VMOVUPS 32(AX), Y13      \
	VMOVUPS (BX), Y14        \
	VMOVUPS 32(BX), Y15

#define SCALED(left, right) \
	VCVTDQ2PS left, left         \
	VCVTDQ2PS right, right       \
	VMULPS    Y12, left, left    \
	VMULPS    Y13, right, right  \
	VADDPS    Y14, left, left    \
	VADDPS    Y15, right, right

#define STORE(left, right) \
	VMOVDQU left, (DI)    \
	VMOVDQU right, 32(DI) \
	ADDQ    SI, DI

// func dot6(out *int32, outStride int, a *int16, aStride int, panel *int16, pairs int, scale, bias *float32)
TEXT ·dot6(SB), NOSPLIT, $0-64
	LOAD_ARGS
	ROW(AX, R9)
	ROW(R9, R10)
	ROW(R10, R11)
	ROW(R11, R12)
	ROW(R12, R13)
	ZERO(Y0, Y1)
	ZERO(Y2, Y3)
	ZERO(Y4, Y5)
	ZERO(Y6, Y7)
	ZERO(Y8, Y9)
	ZERO(Y10, Y11)

loop6:
	PANEL
	PAIR(AX, Y0, Y1)
	PAIR(R9, Y2, Y3)
	PAIR(R10, Y4, Y5)
	PAIR(R11, Y6, Y7)
	PAIR(R12, Y8, Y9)
	PAIR(R13, Y10, Y11)
	NEXT
	JNE  loop6
	SCALES(sums6)
	SCALED(Y0, Y1)
	SCALED(Y2, Y3)
	SCALED(Y4, Y5)
	SCALED(Y6, Y7)
	SCALED(Y8, Y9)
	SCALED(Y10, Y11)

sums6:
	STORE(Y0, Y1)
	STORE(Y2, Y3)
	STORE(Y4, Y5)
	STORE(Y6, Y7)
	STORE(Y8, Y9)
	STORE(Y10, Y11)
	VZEROUPPER
	RET

// func dot2(out *int32, outStride int, a *int16, aStride int, panel *int16, pairs int, scale, bias *float32)
TEXT ·dot2(SB), NOSPLIT, $0-64
	LOAD_ARGS
	ROW(AX, R9)
	ZERO(Y0, Y1)
	ZERO(Y2, Y3)

loop2:
	PANEL
	PAIR(AX, Y0, Y1)
	PAIR(R9, Y2, Y3)
	NEXT
	JNE  loop2
	SCALES(sums2)
	SCALED(Y0, Y1)
	SCALED(Y2, Y3)

sums2:
	STORE(Y0, Y1)
	STORE(Y2, Y3)
	VZEROUPPER
	RET

// func dot1(out *int32, outStride int, a *int16, aStride int, panel *int16, pairs int, scale, bias *float32)
TEXT ·dot1(SB), NOSPLIT, $0-64
	LOAD_ARGS
	ZERO(Y0, Y1)

loop1:
	PANEL
	PAIR(AX, Y0, Y1)
	NEXT
	JNE  loop1
	SCALES(sums1)
	SCALED(Y0, Y1)

sums1:
	STORE(Y0, Y1)
	VZEROUPPER
	RET

// func add8(to *float32, values *int8, scale float32, n int)
TEXT ·add8(SB), NOSPLIT, $0-32
	MOVQ         to+0(FP), DI
	MOVQ         values+8(FP), AX
	VBROADCASTSS scale+16(FP), Y1
	MOVQ         n+24(FP), R8
	XORQ         CX, CX

addLoop:
	VPMOVSXBD (AX)(CX*1), Y0
	VCVTDQ2PS Y0, Y0
	VMULPS    Y1, Y0, Y0
	VADDPS    (DI)(CX*4), Y0, Y0
	VMOVUPS   Y0, (DI)(CX*4)
	ADDQ      $8, CX
	CMPQ      CX, R8
	JLT       addLoop
	VZEROUPPER
	RET

// func fix8(out *int16, values *float32, factor, slope, limit float32, n int)
TEXT ·fix8(SB), NOSPLIT, $0-40
	MOVQ         out+0(FP), DI
	MOVQ         values+8(FP), AX
	VBROADCASTSS factor+16(FP), Y4
	VBROADCASTSS slope+20(FP), Y5
	VBROADCASTSS limit+24(FP), Y6
	VXORPS       Y7, Y7, Y7
	VSUBPS       Y6, Y7, Y7
	MOVQ         n+32(FP), R8
	XORQ         CX, CX

fixLoop:
	VMOVUPS      (AX)(CX*4), Y0
	VMULPS       Y5, Y0, Y1
	VMAXPS       Y1, Y0, Y0
	VMULPS       Y4, Y0, Y0
	VMAXPS       Y7, Y0, Y0
	VMINPS       Y6, Y0, Y0
	VCVTPS2DQ    Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPACKSSDW    X1, X0, X0
	VMOVDQU      X0, (DI)(CX*2)
	ADDQ         $8, CX
	CMPQ         CX, R8
	JLT          fixLoop
	VZEROUPPER
	RET

// Constants of Tanh in activation.go.
DATA ·tanhLimit(SB)/4, $4.97
GLOBL ·tanhLimit(SB), RODATA, $4
DATA ·tanhLower(SB)/4, $-4.97
GLOBL ·tanhLower(SB), RODATA, $4
DATA ·tanh378(SB)/4, $378.0
GLOBL ·tanh378(SB), RODATA, $4
DATA ·tanh17325(SB)/4, $17325.0
GLOBL ·tanh17325(SB), RODATA, $4
DATA ·tanh135135(SB)/4, $135135.0
GLOBL ·tanh135135(SB), RODATA, $4
DATA ·tanh28(SB)/4, $28.0
GLOBL ·tanh28(SB), RODATA, $4
DATA ·tanh3150(SB)/4, $3150.0
GLOBL ·tanh3150(SB), RODATA, $4
DATA ·tanh62370(SB)/4, $62370.0
GLOBL ·tanh62370(SB), RODATA, $4
DATA ·half(SB)/4, $0.5
GLOBL ·half(SB), RODATA, $4
DATA ·outputScale(SB)/4, $16384.0
GLOBL ·outputScale(SB), RODATA, $4

// RATIO replaces x by the numerator of its tanh and gives the denominator in
// below; s is scratch. Y8 to Y15 hold the constants.
#define RATIO(x, s, below) \
	VMINPS Y8, x, x          \
	VMAXPS Y9, x, x          \
	VMULPS x, x, s           \
	VADDPS Y10, s, below     \
	VMULPS s, below, below   \
	VADDPS Y11, below, below \
	VMULPS s, below, below   \
	VADDPS Y12, below, below \
	VMULPS below, x, x       \
	VMULPS Y13, s, below     \
	VADDPS Y14, below, below \
	VMULPS s, below, below   \
	VADDPS Y15, below, below \
	VMULPS s, below, below   \
	VADDPS Y12, below, below

// GATE loads the gate at an offset into x.
#define GATE(offset, x) \
	VCVTDQ2PS (AX)(offset*1), x    \
	VMULPS    (BX)(offset*1), x, x \
	VADDPS    (DX)(offset*1), x, x

#define HALVE(x, s) \
	VBROADCASTSS ·half(SB), s \
	VMULPS       s, x, x

// func cell8(out *int16, cell *float32, sums *int32, scale, input *float32, n int)
TEXT ·cell8(SB), NOSPLIT, $0-48
	MOVQ         out+0(FP), DI
	MOVQ         cell+8(FP), SI
	MOVQ         sums+16(FP), AX
	MOVQ         scale+24(FP), BX
	MOVQ         input+32(FP), DX
	MOVQ         n+40(FP), R8
	LEAQ         (R8*4), R10
	XORQ         CX, CX
	VBROADCASTSS ·tanhLimit(SB), Y8
	VBROADCASTSS ·tanhLower(SB), Y9
	VBROADCASTSS ·tanh378(SB), Y10
	VBROADCASTSS ·tanh17325(SB), Y11
	VBROADCASTSS ·tanh135135(SB), Y12
	VBROADCASTSS ·tanh28(SB), Y13
	VBROADCASTSS ·tanh3150(SB), Y14
	VBROADCASTSS ·tanh62370(SB), Y15

	// Two passes, the cells and then the outputs: the chain of operations of
	// one is short enough for the processor to overlap several turns.
cellLoop:
	LEAQ    (CX*4), R9      // input gate
	LEAQ    (R9)(R10*1), R11 // forget gate
	LEAQ    (R11)(R10*2), R13 // candidate
	GATE(R9, Y0)
	HALVE(Y0, Y7)
	RATIO(Y0, Y7, Y1)
	GATE(R11, Y2)
	HALVE(Y2, Y7)
	RATIO(Y2, Y7, Y3)
	GATE(R13, Y4)
	RATIO(Y4, Y7, Y5)
	VMULPS  Y5, Y1, Y6 // both
	VADDPS  Y3, Y2, Y2
	VMULPS  (SI)(CX*4), Y2, Y2
	VMULPS  Y6, Y2, Y2 // kept
	VADDPS  Y1, Y0, Y0
	VMULPS  Y4, Y0, Y0
	VMULPS  Y3, Y0, Y0 // added
	VADDPS  Y0, Y2, Y2
	VMULPS  Y3, Y6, Y6
	VADDPS  Y6, Y6, Y6
	VDIVPS  Y6, Y2, Y2
	VMOVUPS Y2, (SI)(CX*4)
	ADDQ    $8, CX
	CMPQ    CX, R8
	JLT     cellLoop

	XORQ         CX, CX
	VBROADCASTSS ·outputScale(SB), Y4
	VXORPS       Y5, Y5, Y5
	VSUBPS       Y4, Y5, Y5

outputLoop:
	LEAQ    (CX*4), R12
	LEAQ    (R12)(R10*2), R12 // output gate
	VMOVUPS (SI)(CX*4), Y2
	RATIO(Y2, Y7, Y3)
	GATE(R12, Y0)
	HALVE(Y0, Y7)
	RATIO(Y0, Y7, Y1)
	VADDPS  Y1, Y0, Y0
	VMULPS  Y2, Y0, Y0
	VMULPS  Y3, Y1, Y1
	VADDPS  Y1, Y1, Y1
	VDIVPS  Y1, Y0, Y2
	VMULPS  Y4, Y2, Y2
	VMAXPS  Y5, Y2, Y2
	VMINPS  Y4, Y2, Y2
	VCVTPS2DQ    Y2, Y2
	VEXTRACTI128 $1, Y2, X3
	VPACKSSDW    X3, X2, X2
	VMOVDQU      X2, (DI)(CX*2)
	ADDQ    $8, CX
	CMPQ    CX, R8
	JLT     outputLoop
	VZEROUPPER
	RET
