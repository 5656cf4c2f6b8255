//go:build !purego

#include "textflag.h"

// Tiles of C += A·B, rows × 16 columns, for B packed in panels of 16 columns.
// DI c, SI its stride, AX R9 R10 R11 R12 R13 the rows of A, BX the step along
// a row, CX the offset in it, DX the panel, R8 the steps left.

#define LOAD_ARGS \
	MOVQ c+0(FP), DI       \
	MOVQ cStride+8(FP), SI \
	MOVQ a+16(FP), AX      \
	MOVQ aRow+24(FP), R15  \
	MOVQ aStep+32(FP), BX  \
	MOVQ panel+40(FP), DX  \
	MOVQ steps+48(FP), R8  \
	XORQ CX, CX

#define ROW(from, to) LEAQ (from)(R15*1), to

#define ZERO(a, b) \
	VXORPS a, a, a \
	VXORPS b, b, b

#define PANEL \
	VMOVUPS (DX), Y12   \
	VMOVUPS 32(DX), Y13

#define STEP(row, tmp, left, right) \
	VBROADCASTSS (row)(CX*1), tmp \
	VFMADD231PS  tmp, Y12, left   \
	VFMADD231PS  tmp, Y13, right

#define NEXT \
	ADDQ BX, CX  \
	ADDQ $64, DX \
	DECQ R8

#define STORE(left, right) \
	VADDPS  (DI), left, left     \
	VADDPS  32(DI), right, right \
	VMOVUPS left, (DI)           \
	VMOVUPS right, 32(DI)        \
	ADDQ    SI, DI

// func tile6(c *float32, cStride int, a *float32, aRow, aStep int, panel *float32, steps int)
TEXT ·tile6(SB), NOSPLIT, $0-56
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
	STEP(AX, Y14, Y0, Y1)
	STEP(R9, Y15, Y2, Y3)
	STEP(R10, Y14, Y4, Y5)
	STEP(R11, Y15, Y6, Y7)
	STEP(R12, Y14, Y8, Y9)
	STEP(R13, Y15, Y10, Y11)
	NEXT
	JNZ  loop6
	STORE(Y0, Y1)
	STORE(Y2, Y3)
	STORE(Y4, Y5)
	STORE(Y6, Y7)
	STORE(Y8, Y9)
	STORE(Y10, Y11)
	VZEROUPPER
	RET

// func tile2(c *float32, cStride int, a *float32, aRow, aStep int, panel *float32, steps int)
TEXT ·tile2(SB), NOSPLIT, $0-56
	LOAD_ARGS
	ROW(AX, R9)
	ZERO(Y0, Y1)
	ZERO(Y2, Y3)

loop2:
	PANEL
	STEP(AX, Y14, Y0, Y1)
	STEP(R9, Y15, Y2, Y3)
	NEXT
	JNZ  loop2
	STORE(Y0, Y1)
	STORE(Y2, Y3)
	VZEROUPPER
	RET

// func tile1(c *float32, cStride int, a *float32, aRow, aStep int, panel *float32, steps int)
TEXT ·tile1(SB), NOSPLIT, $0-56
	LOAD_ARGS
	ZERO(Y0, Y1)

loop1:
	PANEL
	STEP(AX, Y14, Y0, Y1)
	NEXT
	JNZ  loop1
	STORE(Y0, Y1)
	VZEROUPPER
	RET
