//go:build !purego

#include "go_asm.h"
#include "textflag.h"

// What a byte is compared with: values have none that is not above 0x1f as a signed
// number, which those from 0x80 on are not either, and no quote, backslash or "<".
DATA compared<>+0(SB)/8, $0x1f1f1f1f1f1f1f1f
DATA compared<>+8(SB)/8, $0x1f1f1f1f1f1f1f1f
DATA compared<>+16(SB)/8, $0x2222222222222222
DATA compared<>+24(SB)/8, $0x2222222222222222
DATA compared<>+32(SB)/8, $0x5c5c5c5c5c5c5c5c
DATA compared<>+40(SB)/8, $0x5c5c5c5c5c5c5c5c
DATA compared<>+48(SB)/8, $0x3c3c3c3c3c3c3c3c
DATA compared<>+56(SB)/8, $0x3c3c3c3c3c3c3c3c
GLOBL compared<>(SB), RODATA|NOPTR, $64

// With SSE2.

#define JOIN ·join16

#define SET \
	MOVOU compared<>+0(SB), X8 \
	MOVOU compared<>+16(SB), X9 \
	MOVOU compared<>+32(SB), X10 \
	MOVOU compared<>+48(SB), X11

#define COPY \
	MOVOU (R9)(R11*1), X0 \
	MOVOU 16(R9)(R11*1), X1 \
	MOVOU X0, (DI)(R11*1) \
	MOVOU X1, 16(DI)(R11*1)

#define LOOK \
	MOVO X0, X2 \
	MOVO X1, X3 \
	MOVO X0, X4 \
	MOVO X1, X5 \
	MOVO X0, X6 \
	MOVO X1, X7 \
	PCMPGTB X8, X0 \
	PCMPGTB X8, X1 \
	PCMPEQB X9, X2 \
	PCMPEQB X9, X3 \
	PCMPEQB X10, X4 \
	PCMPEQB X10, X5 \
	PCMPEQB X11, X6 \
	PCMPEQB X11, X7 \
	POR X4, X2 \
	POR X5, X3 \
	POR X6, X2 \
	POR X7, X3 \
	PANDN X0, X2 \
	PANDN X1, X3 \
	PMOVMSKB X2, AX \
	PMOVMSKB X3, DX \
	SHLL $16, DX \
	ORL DX, AX

#define LEAVE

#include "pieces_amd64.h"

#undef JOIN
#undef SET
#undef COPY
#undef LOOK
#undef LEAVE

// With AVX2.

#define JOIN ·join32

#define SET \
	VBROADCASTI128 compared<>+0(SB), Y8 \
	VBROADCASTI128 compared<>+16(SB), Y9 \
	VBROADCASTI128 compared<>+32(SB), Y10 \
	VBROADCASTI128 compared<>+48(SB), Y11

#define COPY \
	VMOVDQU (R9)(R11*1), Y0 \
	VMOVDQU Y0, (DI)(R11*1)

#define LOOK \
	VPCMPGTB Y8, Y0, Y1 \
	VPCMPEQB Y9, Y0, Y2 \
	VPCMPEQB Y10, Y0, Y3 \
	VPCMPEQB Y11, Y0, Y4 \
	VPOR Y2, Y3, Y3 \
	VPOR Y3, Y4, Y4 \
	VPANDN Y1, Y4, Y1 \
	VPMOVMSKB Y1, AX

#define LEAVE VZEROUPPER

#include "pieces_amd64.h"
