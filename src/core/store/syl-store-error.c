/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-store-error.h"

G_DEFINE_QUARK (syl-store-error-quark, syl_store_error)
