// The function that joins pieces, once for each size of registers. Before it is included
// these are defined: JOIN, its name; SET, which loads what bytes are compared with; COPY, which
// copies the block of R9 at R11 to that of DI, and keeps it; LOOK, which sets a bit of AX
// for each byte of it that stands for itself; and LEAVE, which is done at the end.
//
// DI is where to write, SI the piece, BX how many are left. R9 is a text of R10
// bytes, R11 how many of them are done. R8 is where the piece begins in dst.
TEXT JOIN(SB), NOSPLIT, $0-64
	MOVQ dst_base+0(FP), DI
	MOVQ pieces_base+24(FP), SI
	MOVQ pieces_len+32(FP), BX
	SET
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
	LEAVE
	SUBQ dst_base+0(FP), R8
	MOVQ R8, n+48(FP)
	MOVQ pieces_len+32(FP), AX
	SUBQ BX, AX
	MOVQ AX, whole+56(FP)
	RET
