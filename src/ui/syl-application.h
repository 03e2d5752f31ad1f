/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SylApplication:
 *
 * The application: it owns the library, and shows one window of it.
 */
#define SYL_TYPE_APPLICATION (syl_application_get_type ())
G_DECLARE_FINAL_TYPE (SylApplication, syl_application, SYL, APPLICATION, AdwApplication)

SylApplication *syl_application_new (void);

G_END_DECLS
