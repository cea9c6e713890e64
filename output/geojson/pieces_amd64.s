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

// COPY copies the block of R9 at R11 to that of DI, and leaves it in X0 and X1.
#define COPY \
	MOVOU (R9)(R11*1), X0 \
	MOVOU 16(R9)(R11*1), X1 \
	MOVOU X0, (DI)(R11*1) \
	MOVOU X1, 16(DI)(R11*1)

// LOOK sets a bit of AX for each byte of X0 and X1 that stands for itself.
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

// func join(dst []byte, pieces []piece) (n, whole int)
//
// DI is where to write, SI the piece, BX how many are left. R9 is a text of R10
// bytes, R11 how many of them are done. R8 is where the piece begins in dst.
TEXT ·join(SB), NOSPLIT, $0-64
	MOVQ dst_base+0(FP), DI
	MOVQ pieces_base+24(FP), SI
	MOVQ pieces_len+32(FP), BX
	MOVOU compared<>+0(SB), X8
	MOVOU compared<>+16(SB), X9
	MOVOU compared<>+32(SB), X10
	MOVOU compared<>+48(SB), X11
	MOVQ DI, R8
	TESTQ BX, BX
	JZ end

next:
	MOVQ DI, R8
	MOVQ piece_before(SI), R9
	MOVQ (piece_before+8)(SI), R10
	XORQ R11, R11
	TESTQ R10, R10
	JZ value

before: // by whole blocks; what is copied too much is covered by what comes next
	COPY
	ADDQ $32, R11
	CMPQ R11, R10
	JLT before
	ADDQ R10, DI

value:
	MOVB $'"', (DI)
	ADDQ piece_quotes(SI), DI
	MOVQ piece_value(SI), R9
	MOVQ (piece_value+8)(SI), R10
	XORQ R11, R11
	MOVQ R10, R13
	ANDQ $~31, R13
	JZ rest

blocks:
	COPY
	LOOK
	CMPL AX, $-1
	JNE end
	ADDQ $32, R11
	CMPQ R11, R13
	JLT blocks

rest: // less than a block, read as a whole one if that is in the same page
	MOVQ R10, CX
	ANDQ $31, CX
	JZ done
	LEAQ (R9)(R11*1), DX
	ANDL $4095, DX
	CMPL DX, $(4096-32)
	JGT end
	COPY
	LOOK
	NOTL AX
	MOVL $1, DX
	SHLL CX, DX
	DECL DX
	TESTL DX, AX
	JNZ end

done:
	ADDQ R10, DI
	MOVB $'"', (DI)
	ADDQ piece_quotes(SI), DI
	MOVQ DI, R8
	ADDQ $piece__size, SI
	DECQ BX
	JNZ next

end:
	SUBQ dst_base+0(FP), R8
	MOVQ R8, n+48(FP)
	MOVQ pieces_len+32(FP), AX
	SUBQ BX, AX
	MOVQ AX, whole+56(FP)
	RET
